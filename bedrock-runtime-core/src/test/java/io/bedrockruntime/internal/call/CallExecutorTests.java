package io.bedrockruntime.internal.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CallExecutor} on a bare socket: bodies and statuses.
 */
class CallExecutorTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private final RawServer server = new RawServer();

	private final ReactiveBedrockRuntimeTemplate client = client(Timeouts.defaults());

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	private ReactiveBedrockRuntimeTemplate client(Timeouts timeouts) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.server.endpoint())
			.apiKey("key")
			.timeouts(timeouts)
			.retries(RetrySettings.none())
			.maxResponseLength(100_000)
			.build();
	}

	@Test
	void whenBodyIsShorterThanAnnouncedThenConnectionBroke() {
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n" + Responses.CONVERSE_RESPONSE);
			peer.fin();
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(ConnectionResetException.class).verify(WAIT);
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n");
			peer.write(Responses.START);
			peer.fin();
		});
		StepVerifier.create(stream()).expectNextCount(1).expectError(TruncatedStreamException.class).verify(WAIT);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { Responses.CONVERSE_RESPONSE, "{", "\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}" })
	void whenMoreComesThanAnnouncedThenTheNextCallIsNotTouched(String surplus) {
		this.server.respond("HTTP/1.1 200 OK\r\ncontent-length: " + Responses.CONVERSE_RESPONSE.length() + "\r\n\r\n"
				+ Responses.CONVERSE_RESPONSE + surplus);
		for (int i = 0; i < 3; i++) {
			assertThat(converse().text()).isEqualTo("Hi");
		}
		assertThat(this.server.requests()).extracting(RawServer.Request::connection).doesNotHaveDuplicates();
	}

	@Test
	void whenUnsolicitedDataArrivesThenItIsNotTheResponseToTheNextCall() {
		AtomicReference<RawServer.Peer> first = new AtomicReference<>();
		this.server.respond((peer) -> {
			first.compareAndSet(null, peer);
			peer.write(Responses.ok(Responses.CONVERSE_RESPONSE));
		});
		assertThat(converse().text()).isEqualTo("Hi");
		assertThatCode(() -> first.get().write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"))
			.doesNotThrowAnyException();
		await().until(() -> this.server.goneClients() == 1);
		assertThat(converse().text()).isEqualTo("Hi");
	}

	@Test
	void whenResponseFollowsAContinueThenTheConnectionIsKept() {
		this.server.respond("HTTP/1.1 100 Continue\r\n\r\n" + Responses.ok(Responses.CONVERSE_RESPONSE));
		for (int i = 0; i < 20; i++) {
			assertThat(converse().text()).isEqualTo("Hi");
		}
		// Not one: a connection is returned right after its call has the response.
		assertThat(this.server.connections()).isLessThan(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "content-length: 2000000000", "transfer-encoding: identity", "connection: close" })
	void whenResponseIsOverTheLimitThenItIsRefusedAndNotReadFurther(String header) {
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
			peer.writeForever(new byte[1000]);
		});
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("Converse failed")
				.hasMessageContaining("100000"))
			.verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenDeclaredLengthIsOverTheLimitThenResponseIsRefusedUnread() {
		this.server.respond("HTTP/1.1 200 OK\r\ncontent-length: 100001\r\n\r\n");
		StepVerifier.create(this.client.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
		await().until(() -> this.server.goneClients() == 1);
	}

	@Test
	void whenErrorHasAnEndlessBodyThenItIsCutAndNotReadOn() {
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 503 \r\nx-amzn-errortype: ServiceUnavailableException\r\nconnection: close\r\n\r\n");
			peer.writeForever("<p>unavailable</p>".getBytes(StandardCharsets.US_ASCII));
		});
		for (Flux<?> call : List.of(this.client.converse(REQUEST).flux(), stream())) {
			StepVerifier.create(call)
				.expectErrorSatisfies(
						(ex) -> assertThat(((ServiceUnavailableException) ex).error().rawBody()).startsWith("<p>unav")
							.hasSize(8192))
				.verify(WAIT);
		}
		await().until(() -> this.server.goneClients() == 2);
	}

	@Test
	void whenErrorBodyBreaksOffThenTheErrorSurvives() {
		String head = "HTTP/1.1 429 \r\nx-amzn-errortype: ThrottlingException\r\ncontent-length: 100\r\n\r\n{\"mess";
		List<RawServer.Responder> responders = List.of((peer) -> {
			peer.write(head);
			peer.fin();
		}, (peer) -> {
			peer.write(head);
			peer.reset();
		}, (peer) -> peer.write(head));
		try (ReactiveBedrockRuntimeTemplate impatient = client(Timeouts.defaults().withIdle(Duration.ofMillis(200)))) {
			for (RawServer.Responder responder : responders) {
				this.server.respond(responder);
				StepVerifier.create(impatient.converse(REQUEST)).expectError(ThrottlingException.class).verify(WAIT);
				StepVerifier.create(impatient.converseStream(STREAM))
					.expectError(ThrottlingException.class)
					.verify(WAIT);
			}
		}
	}

	@Test
	void whenResponseFallsSilentThenIdleTimeoutExpires() {
		this.server.respond("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"output\"");
		try (ReactiveBedrockRuntimeTemplate impatient = client(Timeouts.defaults().withIdle(Duration.ofMillis(200)))) {
			StepVerifier.create(impatient.converse(REQUEST)).expectError(IdleTimeoutException.class).verify(WAIT);
		}
		await().until(() -> this.server.goneClients() == 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "\"secretword\"", "secretword", "{\"output\":secretword}",
			"{\"output\":7}", "{" })
	void whenBodyIsNotAResponseThenItCannotBeRead(String body) {
		this.server.respond(Responses.ok(body));
		StepVerifier.create(this.client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageStartingWith("Converse failed")
				.extracting(CallExecutorTests::messages)
				.asString()
				.doesNotContain("secretword"))
			.verify(WAIT);
	}

	@Test
	void whenResponseHasNoBodyThenItCannotBeRead() {
		this.server.respond("HTTP/1.1 204 No Content\r\n\r\n");
		StepVerifier.create(this.client.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
		StepVerifier.create(stream()).expectError(TruncatedStreamException.class).verify(WAIT);
		StepVerifier
			.create(this.client.invokeModelWithResponseStream(
					InvokeModelWithResponseStreamRequest.builder("model").body("{}").build()))
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
	}

	@Test
	void whenResponseIsCompressedWithoutRequestThenItCannotBeRead() throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(Responses.CONVERSE_RESPONSE.getBytes(StandardCharsets.UTF_8));
		}
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: " + zipped.size() + "\r\n\r\n");
			peer.write(zipped.toByteArray());
		});
		StepVerifier.create(this.client.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
		assertThat(this.server.requests().get(0).headers("accept-encoding")).isEmpty();
	}

	@Test
	void whenResponseHasNoHeadersThenItEndsWithTheConnection() {
		this.server.respond((peer) -> {
			peer.write("HTTP/1.1 200 OK\r\n\r\n" + Responses.CONVERSE_RESPONSE);
			peer.fin();
		});
		assertThat(converse().text()).isEqualTo("Hi");
		this.server.respond((peer) -> {
			peer.write("HTTP/1.0 200 OK\r\n\r\n");
			for (byte[] event : List.of(Responses.START, Responses.DELTA, Responses.STOP, Responses.METADATA)) {
				peer.write(event);
			}
			peer.fin();
		});
		assertThat(stream().collectList().block(WAIT)).hasSize(4);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 302, 304, 307, 308, 400, 418, 499, 599 })
	void whenStatusIsOddThenItIsAnUnnamedError(int status) {
		this.server
			.respond("HTTP/1.1 " + status + " Odd\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n");
		for (Flux<?> call : List.of(this.client.converse(REQUEST).flux(), stream())) {
			StepVerifier.create(call)
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(BedrockRuntimeServiceException.class)
					.hasMessage(((BedrockRuntimeServiceException) ex).operation() + " failed: unnamed error (" + status
							+ ")"))
				.verify(WAIT);
		}
		assertThat(this.server.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 203, 206 })
	void whenStatusIsAnySuccessThenItIsAResponse(int status) {
		this.server.respond("HTTP/1.1 " + status + " \r\ncontent-length: " + Responses.CONVERSE_RESPONSE.length()
				+ "\r\n\r\n" + Responses.CONVERSE_RESPONSE);
		assertThat(converse().responseMetadata().httpStatus()).isEqualTo(status);
	}

	@Test
	void whenPeerSendsContinueThenTheFinalResponseCounts() {
		this.server.respond("HTTP/1.1 100 Continue\r\n\r\n" + Responses.ok(Responses.CONVERSE_RESPONSE));
		assertThat(converse().text()).isEqualTo("Hi");
	}

	private Flux<ConverseStreamOutput> stream() {
		return this.client.converseStream(STREAM);
	}

	private ConverseResponse converse() {
		ConverseResponse response = this.client.converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		return response;
	}

	private static String messages(Throwable ex) {
		StringBuilder messages = new StringBuilder();
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			messages.append(cause).append('\n');
		}
		return messages.toString();
	}

}
