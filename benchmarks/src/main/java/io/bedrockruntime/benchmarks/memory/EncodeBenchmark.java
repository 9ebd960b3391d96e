package io.bedrockruntime.benchmarks.memory;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/**
 * Benchmark of encoding an event stream message.
 */
@State(Scope.Thread)
public class EncodeBenchmark {

	private final EventStreamMessage message = SampleStream.delta(" a piece of text", 35);

	private final Message sdkMessage = sdkMessage(this.message);

	/**
	 * The client's encoder.
	 */
	@Benchmark
	public byte[] ours() {
		return EventStreamEncoder.encode(this.message);
	}

	/**
	 * The SDK's encoder.
	 */
	@Benchmark
	public byte[] sdk() {
		ByteArrayOutputStream out = new ByteArrayOutputStream(256);
		this.sdkMessage.encode(out);
		return out.toByteArray();
	}

	private static Message sdkMessage(EventStreamMessage message) {
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		for (String name : message.headers().keySet()) {
			headers.put(name, HeaderValue.fromString(String.valueOf(message.header(name))));
		}
		return new Message(headers, message.payload());
	}

}
