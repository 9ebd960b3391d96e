package io.bedrockruntime.benchmarks.memory;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamReader;
import io.bedrockruntime.internal.eventstream.EventStreamTimeouts;
import io.bedrockruntime.internal.operation.Operations;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.publisher.Flux;
import software.amazon.eventstream.MessageDecoder;

/**
 * Benchmark of decoding: a complete stream, from buffers in memory to the events that an
 * application receives.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class DecodeBenchmark {

	/** The content of the stream. */
	@Param(SampleStream.DELTAS)
	public String kind = SampleStream.DELTAS;

	/** Number of events in the stream. */
	@Param("500")
	public int events = 500;

	/** Size of a buffer in bytes. */
	@Param("16384")
	public int pieces = 16384;

	private DirectBuffers direct;

	private List<ByteBuffer> directBytes;

	private List<ByteBuffer> heapBytes;

	private @Nullable SdkStreams sdk;

	/**
	 * Create the stream and everything that is created only once.
	 */
	@Setup
	public void setUp() {
		List<byte[]> bytes = SampleStream.of(this.kind, this.events).pieces(this.pieces);
		this.direct = new DirectBuffers(bytes);
		this.directBytes = bytes.stream()
			.map((piece) -> ByteBuffer.allocateDirect(piece.length).put(piece).flip())
			.toList();
		// Its HTTP clients copy what they read to the heap.
		this.heapBytes = bytes.stream().map(ByteBuffer::wrap).toList();
	}

	/**
	 * Release the buffers and close the client.
	 */
	@TearDown
	public void tearDown() {
		this.direct.close();
		if (this.sdk != null) {
			this.sdk.close();
		}
	}

	/**
	 * Our client, from the buffers of its HTTP client to typed events.
	 */
	@Benchmark
	public EventCount ours() {
		if (this.kind.equals(SampleStream.DELTAS)) {
			CountingSubscriber<ConverseStreamOutput> subscriber = new CountingSubscriber<>(DecodeBenchmark::length);
			clientEvents(Operations.CONVERSE_STREAM::newReader).subscribe(subscriber);
			return subscriber.count();
		}
		CountingSubscriber<io.bedrockruntime.model.invoke.ResponseStream> subscriber = new CountingSubscriber<>(
				(event) -> event.bytes().size());
		clientEvents(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM::newReader).subscribe(subscriber);
		return subscriber.count();
	}

	private <T> Flux<T> clientEvents(Supplier<? extends EventStreamReader<T>> reader) {
		return EventStreamFlux.decode(this.direct.publisher(), reader, EventStreamLimits.defaults(),
				EventStreamTimeouts.none());
	}

	/**
	 * Our decoder alone, up to messages.
	 */
	@Benchmark
	public EventCount oursDecoder() {
		EventCount count = new EventCount();
		EventStreamDecoder decoder = new EventStreamDecoder();
		for (ByteBuffer piece : this.directBytes) {
			piece.clear();
			EventStreamFrame frame = decoder.next(piece);
			while (frame != null) {
				count.event(frame.toMessage().payload().length);
				frame = decoder.next(piece);
			}
		}
		return count;
	}

	/**
	 * The SDK's decoder alone, up to messages.
	 */
	@Benchmark
	public EventCount sdkDecoder() {
		EventCount count = new EventCount();
		MessageDecoder decoder = new MessageDecoder((message) -> count.event(message.getPayload().length));
		for (ByteBuffer piece : this.heapBytes) {
			decoder.feed(piece.clear());
		}
		return count;
	}

	/**
	 * The SDK's client, from the buffers of its HTTP client to typed events.
	 */
	@Benchmark
	public EventCount sdk() {
		SdkStreams sdk = this.sdk;
		if (sdk == null) {
			// Not created for the other benchmarks, as it takes a second.
			sdk = new SdkStreams(new BufferPublisher<>(this.heapBytes, ByteBuffer::clear));
			this.sdk = sdk;
		}
		return sdk.read(this.kind);
	}

	/**
	 * Return whether the client has released all buffers.
	 */
	boolean isAllReleased() {
		return this.direct.areReleased();
	}

	private static int length(ConverseStreamOutput event) {
		return (event instanceof ConverseStreamOutput.ContentBlockDelta delta
				&& delta.contentBlockDelta().delta() instanceof ContentBlockDelta.Text text) ? text.text().length() : 0;
	}

}
