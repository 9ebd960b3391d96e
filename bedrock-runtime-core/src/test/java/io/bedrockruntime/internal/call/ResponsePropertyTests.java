package io.bedrockruntime.internal.call;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.internal.event.EventReaderPropertyTests;
import io.bedrockruntime.model.ContractSamples;
import io.bedrockruntime.model.JsonText;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.testdata.Choices;
import io.bedrockruntime.testdata.HangGuard;
import io.bedrockruntime.testserver.RawServer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Property tests with arbitrary responses, valid HTTP or not: the call ends with a value
 * or one of the documented exceptions, nothing leaks, and no exception of the client
 * quotes the response.
 */
class ResponsePropertyTests {

	private static final List<Operation> OPERATIONS = List.of(
			new Operation("ConverseResponse",
					(client, choices) -> client.converse(ConverseRequest.of("model", "Hello"))),
			new Operation("InvokeModelResponse", (client, choices) -> client.invokeModel((it) -> it.modelId("model"))),
			new Operation(
					"GetAsyncInvokeResponse", (client,
							choices) -> client.getAsyncInvoke(new GetAsyncInvokeRequest("arn"))),
			new Operation(
					"ListAsyncInvokesResponse", (client, choices) -> client.listAsyncInvokes(
							ListAsyncInvokesRequest.builder().build())),
			new Operation("CountTokensResponse",
					(client, choices) -> client.countTokens(ConverseRequest.of("model", "Hello"))),
			new Operation("ApplyGuardrailResponse",
					(client, choices) -> client.applyGuardrail(
							ApplyGuardrailRequest.of("guardrail", "1", GuardrailContentSource.INPUT, List.of()))),
			new Operation("ConverseResponse",
					(client, choices) -> client.converseStream((request) -> request.modelId("model").user("Hello"))
						.take(1 + choices.below(3))
						.collectList()));

	private static final Logger LEAKS = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

	/** Logs every broken response, of which there are many here. */
	private static final Logger CONNECTIONS = (Logger) LoggerFactory.getLogger("reactor.netty.http.client");

	private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

	private static ResourceLeakDetector.Level level;

	private static RawServer server;

	private static ReactiveBedrockRuntimeTemplate client;

	@BeforeContainer
	static void start() {
		level = ResourceLeakDetector.getLevel();
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		LOG.start();
		LEAKS.addAppender(LOG);
		CONNECTIONS.setLevel(Level.OFF);
		server = new RawServer();
		client = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(server.endpoint())
			.region("us-east-1")
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("akid", "secret")))
			.maxResponseLength(100_000)
			.build();
	}

	@AfterContainer
	static void stop() {
		client.close();
		server.close();
		System.gc();
		List<ILoggingEvent> leaks = List.copyOf(leaks());
		CONNECTIONS.setLevel(null);
		LEAKS.detachAppender(LOG);
		ResourceLeakDetector.setLevel(level);
		assertThat(leaks).isEmpty();
	}

	@Provide
	Arbitrary<Choices> choices() {
		return Choices.any(300);
	}

	@Property
	void shouldEndAsDocumented(@ForAll("choices") Choices choices) {
		Operation operation = choices.of(OPERATIONS);
		byte[] response = response(choices, operation.shape());
		server.requests().clear();
		server.respond((peer) -> {
			peer.write(response);
			// No reuse of connections: surplus bytes would be the next response.
			peer.socket().close();
		});
		Throwable failure = HangGuard.call(() -> operation.call()
			.apply(client, choices)
			.then()
			.materialize()
			.block(Duration.ofSeconds(60))
			.getThrowable());
		if (failure != null) {
			assertThat(failure).as(() -> new String(response, StandardCharsets.ISO_8859_1))
				.isInstanceOf(BedrockRuntimeException.class);
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				assertThat(String.valueOf(cause.getMessage())).doesNotContain(ContractSamples.CONTENT);
			}
		}
		assertThat(leaks()).isEmpty();
	}

	/**
	 * A leak is reported when another buffer is allocated after the lost one was
	 * collected.
	 */
	private static List<ILoggingEvent> leaks() {
		ByteBufAllocator.DEFAULT.buffer(1).release();
		return LOG.list.stream().filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN)).toList();
	}

	private static byte[] response(Choices choices, String shape) {
		if (choices.chance(5)) {
			return choices.bytes(choices.below(100));
		}
		byte[] body = body(choices, shape);
		int status = choices.chance(60) ? 200 : choices.of(200, 201, 204, 206, 301, 304, 400, 403, 404, 424, 429, 500,
				503, 599, 999, 99, 1000, 0, 100, 101);
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + choices.of(" OK", "", " \u00e4", "\t") + "\r\n");
		for (int i = choices.below(4); i > 0; i--) {
			head.append(choices.of("content-type: application/json", "content-type: application/vnd.amazon.eventstream",
					"content-type", "content-type: ;;;", "x-amzn-errortype: ThrottlingException:http://x",
					"x-amzn-errortype: :", "x-amzn-errortype: #", "x-amzn-errortype: \u00e4", "content-encoding: gzip",
					"x-amzn-requestid: ", "x-amzn-bedrock-service-tier: new", "x-amzn-error-message: text", ": x",
					"a b: c", "retry-after: soon", "x: " + "y".repeat(choices.below(3) * 6000), "set-cookie: =",
					"connection: close", "content-length: -1", "content-length: 99999999999999999999",
					"content-length: x", "transfer-encoding: chunked"))
				.append("\r\n");
		}
		if (choices.chance(80)) {
			int length = choices.chance(85) ? body.length : choices.of(0, 1, 100_001, 100_000, Integer.MAX_VALUE);
			head.append("content-length: ").append(length).append("\r\n");
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		out.writeBytes(body);
		byte[] response = out.toByteArray();
		return EventReaderPropertyTests.cut(choices, response);
	}

	private static byte[] body(Choices choices, String shape) {
		ContractSamples samples = new ContractSamples(choices);
		return switch (choices.below(6)) {
			case 0 -> choices.bytes(choices.below(40));
			case 1 -> EventReaderPropertyTests.damaged(choices, JsonText.utf8(samples.anything()));
			case 2 -> EventReaderPropertyTests.error(choices);
			case 3 -> timestamps(choices);
			default -> EventReaderPropertyTests.damaged(choices, JsonText.utf8(samples.shape(shape)));
		};
	}

	private static byte[] timestamps(Choices choices) {
		String number = choices.of("1E+1000000000", "1E-1000000000", "-1E+18", "1e18", "31556889864403199.5",
				"1e2147483647", "1E-2147483647", "1.0000000000001", "\"1\"", "\"9999999999-01-01T00:00:00Z\"",
				"\"2026-01-02T03:04:05\"", "{}", "true", "1E+99999999999");
		return ("{\"submitTime\":" + number + ",\"inputTokens\":" + number + ",\"metrics\":{\"latencyMs\":" + number
				+ "}}")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private record Operation(String shape, BiFunction<ReactiveBedrockRuntimeTemplate, Choices, Mono<?>> call) {
	}

}
