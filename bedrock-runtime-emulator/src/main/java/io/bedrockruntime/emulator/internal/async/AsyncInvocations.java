package io.bedrockruntime.emulator.internal.async;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Store of the emulator's asynchronous invocations. An invocation ends at a fixed time;
 * its output is written by the first request after that time.
 */
public final class AsyncInvocations {

	private final Clock clock;

	private final AsyncOutput output;

	private final List<AsyncInvocation> invocations = new ArrayList<>();

	private int started;

	public AsyncInvocations(Clock clock, AsyncOutput output) {
		this.clock = clock;
		this.output = output;
	}

	/** Start an invocation, or return the one that the same token and request started. */
	public synchronized AsyncInvocation start(@Nullable String token, String requestHash,
			Function<String, AsyncInvocation> starter) {
		for (AsyncInvocation invocation : this.invocations) {
			if (token != null && token.equals(invocation.token())) {
				if (invocation.requestHash().equals(requestHash)) {
					return invocation;
				}
				throw ServiceErrorException.modelled(400, "ConflictException",
						"The client request token was used with a different request.");
			}
		}
		AsyncInvocation invocation = starter.apply(id(++this.started));
		this.invocations.add(invocation);
		settle();
		return invocation;
	}

	/** Return all invocations in the order of submission. */
	public synchronized List<AsyncInvocation> all() {
		settle();
		return List.copyOf(this.invocations);
	}

	public synchronized void clear() {
		this.invocations.clear();
	}

	private void settle() {
		Instant now = this.clock.instant();
		for (int i = 0; i < this.invocations.size(); i++) {
			AsyncInvocation invocation = this.invocations.get(i);
			if (invocation.status() == AsyncInvocation.Status.IN_PROGRESS && !now.isBefore(invocation.endTime())) {
				this.invocations.set(i, invocation.ended(finish(invocation)));
			}
		}
	}

	private @Nullable String finish(AsyncInvocation invocation) {
		if (invocation.failureMessage() != null) {
			return invocation.failureMessage();
		}
		try {
			this.output.write(invocation);
			return null;
		}
		catch (IOException ex) {
			return "The output could not be written.";
		}
	}

	private static String id(int number) {
		byte[] source = ("async-invoke/" + number).getBytes(StandardCharsets.UTF_8);
		return Sha256.hex(source).substring(0, 12);
	}

}
