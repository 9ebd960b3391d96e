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
 * A call of InvokeModelWithBidirectionalStream, over which events go both ways at once.
 * One thread may send, another one read and a third one close it, and they may be virtual
 * ones. Reading is that of an {@link EventStream}. The call goes on until the service
 * ends it or this is closed, so close it: {@link #completeInput()} alone tells the
 * service that nothing more will be said, after which it answers what is still open.
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

	private BidirectionalStreamSession(Call call) {
		this.output = EventStream.of(call.make(Flux.create(this::open))
			.doOnError((ex) -> end(ex))
			.doFinally((signal) -> end((signal == SignalType.CANCEL) ? new CancellationException() : null)));
	}

	/**
	 * Make a call and return it for sending and reading.
	 * @param call makes the call with the events to send, and returns those that come
	 * back
	 * @return the session, to be closed by the caller
	 * @throws IllegalStateException on a thread that must not block
	 */
	public static BidirectionalStreamSession of(Call call) {
		return new BidirectionalStreamSession(call);
	}

	private void open(FluxSink<InvokeModelWithBidirectionalStreamInput> sink) {
		sink.onRequest((count) -> change(() -> {
			// more may be sent now
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
	 * Send an event. It waits until the network can take it, so that no more than a few
	 * events are ever on their way.
	 * @param event the event
	 * @throws CancellationException if this was closed
	 * @throws BedrockRuntimeException if the call has ended; if it failed the cause says
	 * why
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
	 * Send bytes in a format of the model's own, as a chunk.
	 * @param bytes the bytes, 1 MB at most
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
	 * Tell the service that nothing more will be sent. What it has still to say can be
	 * read. It does nothing if the call has ended.
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
	 * Return the events that come back as a stream, whose end closes nothing by itself.
	 * @return the events, closed with this or by closing the stream
	 */
	public Stream<InvokeModelWithBidirectionalStreamOutput> stream() {
		return this.output.stream();
	}

	/**
	 * Return the events that come back for going on where reading stopped: a loop that
	 * was left, in order to send something, can be followed by another one.
	 */
	@Override
	public Iterator<InvokeModelWithBidirectionalStreamOutput> iterator() {
		return this.output.iterator();
	}

	/**
	 * End the call at once, whatever is still on its way.
	 */
	@Override
	public void close() {
		change(() -> this.closed = true);
		this.output.close();
	}

	/**
	 * A call that is not made yet.
	 */
	@FunctionalInterface
	public interface Call {

		/**
		 * Make the call.
		 * @param body the events to send
		 * @return the events that come back
		 */
		Flux<InvokeModelWithBidirectionalStreamOutput> make(Publisher<InvokeModelWithBidirectionalStreamInput> body);

	}

}
