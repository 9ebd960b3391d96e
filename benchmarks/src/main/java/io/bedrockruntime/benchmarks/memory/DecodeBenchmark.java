package io.bedrockruntime.benchmarks.memory;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.internal.eventstream.EventStreamClocks;
import io.bedrockruntime.internal.eventstream.EventStreamFlux;
import io.bedrockruntime.internal.eventstream.EventStreamReader;
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
 * A whole stream from ready buffers to what its reader gets.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class DecodeBenchmark {

	/** What the stream holds. */
	@Param(SampleStream.DELTAS)
	public String kind = SampleStream.DELTAS;

	/** How many events the stream has. */
	@Param("500")
	public int events = 500;

	/** How many bytes a buffer has. */
	@Param("16384")
	public int pieces = 16384;

	private DirectPieces direct;

	private List<ByteBuffer> directBytes;

	private List<ByteBuffer> heapBytes;

	private @Nullable SdkStreams sdk;

	/**
	 * Make the stream and all that is made but once.
	 */
	@Setup
	public void setUp() {
		List<byte[]> bytes = SampleStream.of(this.kind, this.events).pieces(this.pieces);
		this.direct = new DirectPieces(bytes);
		this.directBytes = bytes.stream()
			.map((piece) -> ByteBuffer.allocateDirect(piece.length).put(piece).flip())
			.toList();
		// Its HTTP clients copy what they read to the heap.
		this.heapBytes = bytes.stream().map(ByteBuffer::wrap).toList();
	}

	/**
	 * Give back what was made.
	 */
	@TearDown
	public void tearDown() {
		this.direct.close();
		if (this.sdk != null) {
			this.sdk.close();
		}
	}

	/**
	 * The client's own way, from its HTTP client's buffers to typed events.
	 */
	@Benchmark
	public Tally ours() {
		if (this.kind.equals(SampleStream.DELTAS)) {
			TallySubscriber<ConverseStreamOutput> subscriber = new TallySubscriber<>(DecodeBenchmark::length);
			clientEvents(Operations.CONVERSE_STREAM::newReader).subscribe(subscriber);
			return subscriber.tally();
		}
		TallySubscriber<io.bedrockruntime.model.invoke.ResponseStream> subscriber = new TallySubscriber<>(
				(event) -> event.bytes().size());
		clientEvents(Operations.INVOKE_MODEL_WITH_RESPONSE_STREAM::newReader).subscribe(subscriber);
		return subscriber.tally();
	}

	private <T> Flux<T> clientEvents(Supplier<? extends EventStreamReader<T>> reader) {
		return EventStreamFlux.decode(this.direct.publisher(), reader, EventStreamLimits.defaults(),
				EventStreamClocks.none());
	}

	/**
	 * The client's decoder by itself, up to messages.
	 */
	@Benchmark
	public Tally oursDecoder() {
		Tally tally = new Tally();
		EventStreamDecoder decoder = new EventStreamDecoder();
		for (ByteBuffer piece : this.directBytes) {
			piece.clear();
			EventStreamFrame frame = decoder.next(piece);
			while (frame != null) {
				tally.event(frame.toMessage().payload().length);
				frame = decoder.next(piece);
			}
		}
		return tally;
	}

	/**
	 * The SDK's decoder by itself, up to messages.
	 */
	@Benchmark
	public Tally sdkDecoder() {
		Tally tally = new Tally();
		MessageDecoder decoder = new MessageDecoder((message) -> tally.event(message.getPayload().length));
		for (ByteBuffer piece : this.heapBytes) {
			decoder.feed(piece.clear());
		}
		return tally;
	}

	/**
	 * The SDK's own way, from its HTTP client's buffers to typed events.
	 */
	@Benchmark
	public Tally sdk() {
		SdkStreams sdk = this.sdk;
		if (sdk == null) {
			// Not made for the other benchmarks, as it takes a second.
			sdk = new SdkStreams(new ReadyPublisher<>(this.heapBytes, ByteBuffer::clear));
			this.sdk = sdk;
		}
		return sdk.read(this.kind);
	}

	/**
	 * Return whether the client gave back all buffers.
	 */
	boolean isAllReleased() {
		return this.direct.areReleased();
	}

	private static int length(ConverseStreamOutput event) {
		return (event instanceof ConverseStreamOutput.ContentBlockDelta delta
				&& delta.contentBlockDelta().delta() instanceof ContentBlockDelta.Text text) ? text.text().length() : 0;
	}

}
