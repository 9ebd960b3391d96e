package io.bedrockruntime.emulator.internal.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the contents of the call log, and for what it must not contain.
 */
class CompletedCallTests {

	private static final String MODEL = "eu.amazon.nova-2-lite-v1:0";

	private final BlockingQueue<CompletedCall> calls = new LinkedBlockingQueue<>();

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
		.tokensPerSecond(0)
		.callListener(this.calls::add)
		.start();

	private final ReactiveBedrockRuntimeTemplate bedrock = ReactiveBedrockRuntimeTemplate.builder()
		.endpoint(this.emulator.endpoint())
		.region(this.emulator.region())
		.credentialsProvider(StaticCredentialsProvider
			.create(AwsBasicCredentials.create(this.emulator.accessKeyId(), this.emulator.secretAccessKey())))
		.requestDefaults(RequestDefaults.none().withModelId(MODEL))
		.retries(RetrySettings.none())
		.build();

	@AfterEach
	void stop() {
		this.bedrock.close();
		this.emulator.close();
	}

	@Test
	void whenResponseIsCompleteThenCallHasModelStatusAndTokens() throws InterruptedException {
		int output = this.bedrock.converse("canary").block().usage().outputTokens();
		CompletedCall call = next();
		assertThat(call.operation()).isEqualTo("Converse");
		assertThat(call.modelId()).isEqualTo(MODEL);
		assertThat(call.status()).isEqualTo(200);
		assertThat(call.outcome()).isEqualTo(CompletedCall.Outcome.COMPLETE);
		assertThat(call.inputTokens()).isPositive();
		assertThat(call.outputTokens()).isEqualTo(output);
		assertThat(call.toString()).startsWith("Converse " + MODEL + " 200 ")
			.endsWith(" tokens in, " + output + " out")
			.doesNotContain("canary");
	}

	@Test
	void whenResponseIsStreamThenTokensAreThoseOfItsLastEvent() throws InterruptedException {
		this.bedrock.converseStream("Why?").blockLast();
		assertThat(next().outputTokens()).isPositive();
		this.bedrock
			.invokeModelWithResponseStream(
					InvokeModelWithResponseStreamRequest.builder("anthropic.claude-sonnet-4-20250514-v1:0")
						.body(Blob.ofUtf8("""
								{ "anthropic_version": "bedrock-2023-05-31", "max_tokens": 100,
								  "messages": [{ "role": "user", "content": "Why?" }] }"""))
						.build())
			.blockLast();
		CompletedCall call = next();
		assertThat(call.operation()).isEqualTo("InvokeModelWithResponseStream");
		assertThat(call.inputTokens()).isPositive();
		assertThat(call.outputTokens()).isPositive();
	}

	@Test
	void whenCallFailsThenErrorCodeIsReported() throws InterruptedException {
		this.emulator.script().error(429, "ThrottlingException", "canary");
		assertThatExceptionOfType(BedrockRuntimeException.class)
			.isThrownBy(() -> this.bedrock.converse("canary").block());
		assertThat(next().toString()).matches("Converse " + MODEL + " 429 ThrottlingException \\d+ ms");
	}

	@Test
	void whenResponseDoesNotComeToItsEndThenCallSaysWhy() throws InterruptedException {
		this.emulator.script().fault(new Fault.ResetAfterEvents(2));
		assertThatExceptionOfType(BedrockRuntimeException.class)
			.isThrownBy(() -> this.bedrock.converseStream("Why?").blockLast());
		assertThat(next().toString()).contains(" 200 ").endsWith(" ms, aborted");
		this.emulator.script().fault(new Fault.SilenceAfterEvents(2, Fault.FOREVER));
		this.bedrock.converseStream("Why?").take(1).blockLast();
		assertThat(next().toString()).contains(" 200 ").endsWith(" ms, cancelled by the client");
	}

	@Test
	void whenNothingLikeItExistsThenPathIsReportedWithoutWhatMovesCursors() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.emulator.endpoint() + "/nothing")).build();
		HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
		assertThat(next().toString()).startsWith("GET /nothing 404 ");
		RecordedRequest evil = new RecordedRequest("POST", "/model/a%0Ab%1Bc/converse", null, List.of(), new byte[0],
				new EventBuffer());
		assertThat(CompletedCalls.of(evil, WireResponse.error(ServiceErrorException.unknownOperation()),
				CompletedCall.Outcome.COMPLETE, Duration.ofMillis(3)))
			.hasToString("Converse a?b?c 404 UnknownOperationException 3 ms");
	}

	private CompletedCall next() throws InterruptedException {
		CompletedCall call = this.calls.poll(20, TimeUnit.SECONDS);
		assertThat(call).as("call within 20 s").isNotNull();
		return call;
	}

}
