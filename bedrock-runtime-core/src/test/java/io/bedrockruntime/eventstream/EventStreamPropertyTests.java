package io.bedrockruntime.eventstream;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.bedrockruntime.exception.EventStreamException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamReader;
import io.bedrockruntime.internal.eventstream.EventStreamTimeouts;
import io.bedrockruntime.testdata.Choices;
import io.bedrockruntime.testdata.HangGuard;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for arbitrary bytes that the decoder does not hang, leak, allocate much more
 * memory than the size of the input, or throw anything but an
 * {@link EventStreamException}.
 */
class EventStreamPropertyTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** An exception with its stack trace, and the allocations of the JVM on first use. */
	private static final int CONSTANT = 256 * 1024;

	private static final List<byte[]> MESSAGES = List.of(EventStreamEncoder.encode(Messages.event("a")),
			EventStreamEncoder.encode(Messages.event("x".repeat(1000))),
			EventStreamEncoder.encode(Messages.withAllHeaderTypes()),
			EventStreamEncoder.encode(EventStreamMessage.error("code", "text")),
			EventStreamEncoder.encode(Messages.event("y".repeat(40_000))),
			StreamSamples.frame(new byte[0], new byte[0]));

	@Provide
	Arbitrary<Choices> choices() {
		return Choices.any(400);
	}

	@Property
	void shouldDecodeTheSameRegardlessOfBufferBoundaries(@ForAll("choices") Choices choices) {
		StreamSamples samples = new StreamSamples(choices);
		byte[] bytes = bytes(choices, samples);
		Outcome expected = HangGuard.call(() -> decode(List.of(ByteBuffer.wrap(bytes))));
		Outcome cut = HangGuard.call(() -> decode(buffers(choices, samples.pieces(bytes))));
		assertThat(cut).isEqualTo(expected);
	}

	@Property
	void shouldAllocateInProportionToTheInput(@ForAll("choices") Choices choices) {
		StreamSamples samples = new StreamSamples(choices);
		byte[] bytes = bytes(choices, samples);
		List<ByteBuffer> buffers = buffers(choices, samples.pieces(bytes));
		long allocated = HangGuard.call(() -> {
			long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
			drain(buffers);
			return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		});
		assertThat(allocated).isLessThan(CONSTANT + 8L * bytes.length);
	}

	@Example
	void whenDeclaredLengthsAreWrongThenAllocatesOnlyForReceivedBytes() {
		byte[] frame = StreamSamples.withLengths(StreamSamples.frame(new byte[0], new byte[64]), 24 * 1024 * 1024,
				128 * 1024);
		List<ByteBuffer> buffers = List.of(ByteBuffer.wrap(frame));
		long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
		int messages = drain(buffers);
		long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		assertThat(messages).isZero();
		assertThat(allocated).isLessThan(CONSTANT);
	}

	@Property
	void shouldReleaseEveryBufferForAnyInputAndEnd(@ForAll("choices") Choices choices) {
		StreamSamples samples = new StreamSamples(choices);
		byte[] bytes = bytes(choices, samples);
		Outcome expected = decode(List.of(ByteBuffer.wrap(bytes)));
		List<ByteBuf> made = new ArrayList<>();
		NettyDataBufferFactory factory = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
		Flux<DataBuffer> body = Flux.fromIterable(samples.pieces(bytes)).map((piece) -> {
			ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.buffer(piece.length + 1).writeBytes(piece);
			made.add(buffer);
			return factory.wrap(buffer);
		});
		boolean broken = choices.chance(20);
		Flux<DataBuffer> source = broken ? body.concatWith(Flux.error(new IllegalStateException("broken"))) : body;
		Recorder recorder = new Recorder(choices);
		HangGuard.call(() -> {
			EventStreamFlux.decode(source, EndlessReader::new, EventStreamLimits.defaults(), EventStreamTimeouts.none())
				.subscribe(recorder);
			return recorder.run();
		});
		assertThat(made).as("buffers").allMatch((buffer) -> buffer.refCnt() == 0);
		assertThat(recorder.values).as("values").isEqualTo(expected.messages().subList(0, recorder.values.size()));
		assertThat(recorder.terminals).as("terminal signals").isEqualTo(recorder.cancelled ? 0 : 1);
		if (!recorder.cancelled) {
			assertThat(recorder.values).as("all values").hasSameSizeAs(expected.messages());
			boolean early = expected.type() != TruncatedStreamException.class;
			assertThat(recorder.failure).hasMessage((broken && !early) ? "broken" : expected.message());
		}
	}

	private static byte[] bytes(Choices choices, StreamSamples samples) {
		if (choices.chance(10)) {
			return choices.bytes(choices.below(200));
		}
		List<byte[]> messages = new ArrayList<>();
		IntStream.range(0, choices.below(5)).forEach((i) -> messages.add(choices.of(MESSAGES)));
		return samples.stream(messages);
	}

	private static List<ByteBuffer> buffers(Choices choices, List<byte[]> pieces) {
		boolean direct = choices.chance(50);
		boolean readOnly = choices.chance(20);
		return pieces.stream().map((piece) -> {
			ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(piece.length).put(piece).flip()
					: ByteBuffer.wrap(piece);
			return readOnly ? buffer.asReadOnlyBuffer() : buffer;
		}).toList();
	}

	private static Outcome decode(List<ByteBuffer> buffers) {
		EventStreamDecoder decoder = new EventStreamDecoder();
		EndlessReader reader = new EndlessReader();
		List<EventStreamMessage> messages = new ArrayList<>();
		try {
			for (ByteBuffer buffer : buffers) {
				EventStreamFrame frame = decoder.next(buffer);
				while (frame != null) {
					messages.add(reader.read(frame));
					frame = decoder.next(buffer);
				}
				assertThat(buffer.hasRemaining()).as("bytes left").isFalse();
			}
			decoder.endOfInput();
			reader.endOfStream();
			throw new AssertionError("Stream must not be complete");
		}
		catch (EventStreamException ex) {
			return new Outcome(messages, ex.getClass(), ex.getMessage());
		}
	}

	/** Decode without reading the messages. */
	private static int drain(List<ByteBuffer> buffers) {
		EventStreamDecoder decoder = new EventStreamDecoder();
		int messages = 0;
		try {
			for (ByteBuffer buffer : buffers) {
				while (decoder.next(buffer) != null) {
					messages++;
				}
			}
		}
		catch (EventStreamException ex) {
			// as documented
		}
		return messages;
	}

	private record Outcome(List<EventStreamMessage> messages, Class<?> type, String message) {
	}

	/** Reads complete messages of a stream that never ends. */
	private static final class EndlessReader implements EventStreamReader<EventStreamMessage> {

		@Override
		public EventStreamMessage read(EventStreamFrame frame) {
			return frame.toMessage();
		}

		@Override
		public boolean isComplete() {
			return false;
		}

		@Override
		public void endOfStream() {
			throw new TruncatedStreamException("cut", null);
		}

	}

	/** Requests values from time to time, and may cancel at any time. */
	private static final class Recorder extends BaseSubscriber<EventStreamMessage> {

		private final Choices choices;

		private final int cancelAfter;

		private final List<EventStreamMessage> values = new ArrayList<>();

		private int terminals;

		private Throwable failure;

		private boolean cancelled;

		Recorder(Choices choices) {
			this.choices = choices;
			this.cancelAfter = choices.chance(30) ? choices.below(4) : Integer.MAX_VALUE;
		}

		boolean run() {
			for (int i = 0; i < 20 && this.terminals == 0 && !this.cancelled; i++) {
				cancelIfDue();
				request(1 + this.choices.below(3));
			}
			request(Long.MAX_VALUE);
			return true;
		}

		private void cancelIfDue() {
			if (this.terminals == 0 && this.values.size() >= this.cancelAfter) {
				this.cancelled = true;
				cancel();
			}
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// requests later
		}

		@Override
		protected void hookOnNext(EventStreamMessage value) {
			this.values.add(value);
			cancelIfDue();
		}

		@Override
		protected void hookOnComplete() {
			this.terminals++;
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.terminals++;
			this.failure = failure;
		}

	}

}
