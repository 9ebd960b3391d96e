package io.bedrockruntime.emulator.internal.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.record.Header;
import org.jspecify.annotations.Nullable;

/**
 * Response as a plan of steps on the wire.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param beforeHeaders the steps before the status line
 * @param steps the steps after the headers
 * @param contentLength the length that the headers declare, regardless of the steps, or
 * {@link #CHUNKED}
 */
public record WireResponse(int status, List<Header> headers, List<WireStep> beforeHeaders, List<WireStep> steps,
		long contentLength) {

	public static final long CHUNKED = -1;

	public WireResponse {
		headers = List.copyOf(headers);
		beforeHeaders = List.copyOf(beforeHeaders);
		steps = List.copyOf(steps);
	}

	public static WireResponse unary(int status, List<Header> headers, byte[] body) {
		List<WireStep> steps = (body.length == 0) ? List.of() : List.of(new WireStep.Send(body, 1));
		return new WireResponse(status, headers, List.of(), steps, body.length);
	}

	public static WireResponse error(ServiceErrorException error) {
		return unary(error.status(), List.of(new Header("Content-Type", "application/json"),
				new Header("x-amzn-ErrorType", error.errorType())), Json.bytes(error.body()));
	}

	public static WireResponse stream(List<Header> headers, List<StreamEvent> events, Pacing pacing) {
		List<WireStep> steps = new ArrayList<>();
		pause(pacing.firstTokenDelay(), steps);
		int position = 0;
		for (StreamEvent event : events) {
			pause(pacing.pause(event.tokens()), steps);
			steps.add(new WireStep.Send(event.encode(position++), 1));
		}
		return new WireResponse(200, headers, List.of(), steps, CHUNKED);
	}

	public WireResponse with(List<Header> more) {
		List<Header> all = new ArrayList<>(this.headers);
		all.addAll(more);
		return new WireResponse(this.status, all, this.beforeHeaders, this.steps, this.contentLength);
	}

	public WireResponse replace(Header header) {
		List<Header> others = new ArrayList<>(this.headers);
		others.removeIf((other) -> other.name().equalsIgnoreCase(header.name()));
		others.add(header);
		return new WireResponse(this.status, others, this.beforeHeaders, this.steps, this.contentLength);
	}

	public WireResponse before(WireStep step) {
		List<WireStep> before = new ArrayList<>(this.beforeHeaders);
		before.add(step);
		return new WireResponse(this.status, this.headers, before, this.steps, this.contentLength);
	}

	public WireResponse contentLength(long length) {
		return new WireResponse(this.status, this.headers, this.beforeHeaders, this.steps, length);
	}

	/** Return the number of bytes of the body without faults. */
	public long length() {
		return sends().stream().mapToLong((send) -> send.bytes().length).sum();
	}

	/** Return the number of events of the body without faults. */
	int events() {
		return sends().stream().mapToInt(WireStep.Send::events).sum();
	}

	@Nullable public String header(String name) {
		for (Header header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	public List<WireStep.Send> sends() {
		return this.steps.stream().filter(WireStep.Send.class::isInstance).map(WireStep.Send.class::cast).toList();
	}

	private static void pause(Duration duration, List<WireStep> steps) {
		if (!duration.isZero()) {
			steps.add(new WireStep.Pause(duration));
		}
	}

	@Override
	public String toString() {
		return "WireResponse[" + this.status + ", " + this.steps.size() + " steps]";
	}

}
