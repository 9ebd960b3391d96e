package io.bedrockruntime.stream;

import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.internal.BlockingCalls;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.SignalType;

import org.springframework.util.Assert;

/**
 * Call of InvokeModelWithBidirectionalStream, with events in both directions at the same
 * time. One thread may send events, another one read them and a third one close the
 * session; these may be virtual threads. Events are read as from an {@link EventStream}.
 * The call continues until the service ends it or the session is closed, so close the
 * session: {@link #completeInput()} only signals to the service that there is no more
 * input, and the service then responds to the input so far.
 *
 * @since 0.1.0
 */
public final class BidirectionalStreamSession
		implements Iterable<InvokeModelWithBidirectionalStreamOutput>, AutoCloseable {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final EventStream<InvokeModelWithBidirectionalStreamOutput> output;

	private @Nullable FluxSink<InvokeModelWithBidirectionalStreamInput> input;

	private boolean completed;

	private boolean ended;

	private boolean closed;

	private @Nullable Throwable failure;

	private BidirectionalStreamSession(BidirectionalCall call) {
		this.output = EventStream.of(call.make(Flux.create(this::open))
			.doOnError((ex) -> end(ex))
			.doFinally((signal) -> end((signal == SignalType.CANCEL) ? new CancellationException() : null)));
	}

	/**
	 * Start a call.
	 * @param call makes the call with the input events, and returns the output events
	 * @return the session, to be closed by the caller
	 * @throws IllegalStateException on a thread that must not block
	 */
	public static BidirectionalStreamSession of(BidirectionalCall call) {
		return new BidirectionalStreamSession(call);
	}

	private void open(FluxSink<InvokeModelWithBidirectionalStreamInput> sink) {
		sink.onRequest((count) -> change(() -> {
			// wakes up threads that wait for demand
		}));
		change(() -> {
			this.input = sink;
			if (this.completed) {
				sink.complete();
			}
		});
	}

	private void end(@Nullable Throwable failure) {
		change(() -> {
			this.ended = true;
			this.failure = (this.failure != null) ? this.failure : failure;
		});
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Send an event. This method waits until the network accepts the event, so only a few
	 * events are buffered.
	 * @param event the event
	 * @throws CancellationException if the session was closed
	 * @throws BedrockRuntimeException if the call has ended; if the call failed, with its
	 * failure as the cause
	 * @throws IllegalStateException if the input was completed, or on a thread that must
	 * not block
	 */
	public void send(InvokeModelWithBidirectionalStreamInput event) {
		Assert.notNull(event, "'event' must not be null");
		BlockingCalls.checkThread();
		this.lock.lock();
		try {
			FluxSink<InvokeModelWithBidirectionalStreamInput> sink = awaitDemand();
			sink.next(event);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BedrockRuntimeClientException("Event was not sent, as the waiting thread was interrupted", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Send bytes in the model's format, as a chunk.
	 * @param bytes the bytes, at most 1 MB
	 * @see #send(InvokeModelWithBidirectionalStreamInput)
	 */
	public void send(Blob bytes) {
		send(InvokeModelWithBidirectionalStreamInput.chunk(bytes));
	}

	private FluxSink<InvokeModelWithBidirectionalStreamInput> awaitDemand() throws InterruptedException {
		while (true) {
			if (this.closed) {
				throw new CancellationException("Event stream was closed");
			}
			if (this.ended) {
				throw new BedrockRuntimeClientException("Event was not sent, as the call has ended", this.failure);
			}
			Assert.state(!this.completed, "Input was completed");
			FluxSink<InvokeModelWithBidirectionalStreamInput> sink = this.input;
			if (sink != null && sink.requestedFromDownstream() > 0) {
				return sink;
			}
			this.changed.await();
		}
	}

	/**
	 * Signal to the service that there is no more input. Further output events can still
	 * be read. If the call has ended, this method has no effect.
	 */
	public void completeInput() {
		change(() -> {
			this.completed = true;
			if (this.input != null) {
				this.input.complete();
			}
		});
	}

	/**
	 * Return the output events as a stream. The end of the stream does not close the
	 * session.
	 * @return the events; closing the stream closes the session
	 */
	public Stream<InvokeModelWithBidirectionalStreamOutput> stream() {
		return this.output.stream();
	}

	/**
	 * Return an iterator that continues after the last event read: a loop that was left,
	 * for example to send an event, can be followed by another one.
	 */
	@Override
	public Iterator<InvokeModelWithBidirectionalStreamOutput> iterator() {
		return this.output.iterator();
	}

	/**
	 * End the call immediately.
	 */
	@Override
	public void close() {
		change(() -> this.closed = true);
		this.output.close();
	}

	/**
	 * Function that makes a call.
	 */
	@FunctionalInterface
	public interface BidirectionalCall {

		/**
		 * Make the call.
		 * @param body the input events
		 * @return the output events
		 */
		Flux<InvokeModelWithBidirectionalStreamOutput> make(Publisher<InvokeModelWithBidirectionalStreamInput> body);

	}

}
