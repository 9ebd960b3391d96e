package io.bedrockruntime.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as a plan of what to put on the wire.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param beforeHeaders what happens before the status line
 * @param steps what happens after the headers
 * @param contentLength the length that the headers tell, whatever happens then, or
 * {@link #CHUNKED}
 */
record WireResponse(int status, List<Header> headers, List<WireStep> beforeHeaders, List<WireStep> steps,
		long contentLength) {

	static final long CHUNKED = -1;

	WireResponse {
		headers = List.copyOf(headers);
		beforeHeaders = List.copyOf(beforeHeaders);
		steps = List.copyOf(steps);
	}

	static WireResponse unary(int status, List<Header> headers, byte[] body) {
		List<WireStep> steps = (body.length == 0) ? List.of() : List.of(new WireStep.Send(body, false));
		return new WireResponse(status, headers, List.of(), steps, body.length);
	}

	static WireResponse stream(List<Header> headers, List<StreamEvent> events, EmulatorSettings settings) {
		List<WireStep> steps = new ArrayList<>();
		pause(settings.firstTokenDelay(), steps);
		int position = 0;
		for (StreamEvent event : events) {
			pause(settings.pause(event.tokens()), steps);
			steps.add(new WireStep.Send(event.encode(position++), true));
		}
		return new WireResponse(200, headers, List.of(), steps, CHUNKED);
	}

	WireResponse with(List<Header> more) {
		List<Header> all = new ArrayList<>(this.headers);
		all.addAll(more);
		return new WireResponse(this.status, all, this.beforeHeaders, this.steps, this.contentLength);
	}

	WireResponse before(WireStep step) {
		List<WireStep> before = new ArrayList<>(this.beforeHeaders);
		before.add(step);
		return new WireResponse(this.status, this.headers, before, this.steps, this.contentLength);
	}

	WireResponse replace(List<WireStep> newSteps) {
		return new WireResponse(this.status, this.headers, this.beforeHeaders, newSteps, this.contentLength);
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
