package io.bedrockruntime.benchmarks.memory;

import java.nio.charset.StandardCharsets;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.ConverseResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Benchmark of parsing the JSON of a Converse response.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class ParseBenchmark {

	static final String TEXT = "text";

	static final String TOOL_USE = "tool use";

	private static final String TEXT_BLOCK = "{\"text\":\"" + "A line of text\\n ".repeat(64) + "\"}";

	private static final String TOOL_USE_BLOCK = "{\"toolUse\":{\"toolUseId\":\"tooluse_kZJMlvQmRJ6eAyJE5GIl7Q\","
			+ "\"name\":\"top_song\",\"input\":{\"sign\":\"WZPZ\",\"since\":[2019,2020.5,true,null],"
			+ "\"places\":{\"first\":\"Elemental Hotel\",\"second\":\"8 Storey Hike\"}}}}";

	/** The content: a text of 1 KiB, alone or with a tool use. */
	@Param({ TEXT, TOOL_USE })
	public String response = TEXT;

	private final SdkJson sdkJson = new SdkJson();

	private byte[] json;

	/**
	 * Create the response.
	 */
	@Setup
	public void setUp() {
		String blocks = this.response.equals(TEXT) ? TEXT_BLOCK : TEXT_BLOCK + "," + TOOL_USE_BLOCK;
		String stop = this.response.equals(TEXT) ? "end_turn" : "tool_use";
		this.json = ("{\"metrics\":{\"latencyMs\":551},\"output\":{\"message\":{\"content\":[" + blocks
				+ "],\"role\":\"assistant\"}},\"stopReason\":\"" + stop
				+ "\",\"usage\":{\"inputTokens\":12,\"outputTokens\":256,\"totalTokens\":268}}")
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Our JSON mapper.
	 */
	@Benchmark
	public ConverseResponse ours() {
		return BedrockRuntimeJson.mapper().readValue(this.json, ConverseResponse.class);
	}

	/**
	 * The SDK's unmarshaller.
	 */
	@Benchmark
	public software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse sdk() {
		return this.sdkJson.read(this.json);
	}

}
