package io.bedrockruntime.samples.guardedrest;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.test.BedrockRuntimeEmulatorBuilderCustomizer;
import io.bedrockruntime.test.EmbeddedBedrockRuntime;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the complete application with the emulator.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "bedrock.runtime.retry.mode=none")
@AutoConfigureRestTestClient
@EmbeddedBedrockRuntime
class GuardedRestTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Test
	void whenTicketIsPostedThenResponseHasType() {
		this.emulator.script()
			.text("{\"category\":\"DELIVERY\",\"urgent\":true,\"summary\":\"A parcel did not arrive.\"}");
		post("My parcel has not arrived. Write to me: ada@example.org").expectStatus()
			.isOk()
			.expectBody()
			.json("{\"category\":\"DELIVERY\",\"urgent\":true,\"summary\":\"A parcel did not arrive.\"}");
		assertThat(this.emulator).onlyCall()
			.hasOperation("Converse")
			.hasModelId("global.amazon.nova-2-lite-v1:0")
			.hasUserText("My parcel has not arrived. Write to me: ada@example.org")
			.hasGuardrail("tickets", "DRAFT")
			.hasMember("/inferenceConfig/maxTokens", 500)
			.hasMember("/outputConfig/textFormat/type", "json_schema");
	}

	@Test
	void whenGuardrailIntervenesThenCallerGetsItsMessage() {
		post("I will sue you!").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Guardrail intervened")
			.jsonPath("$.detail")
			.isEqualTo("Please write to our legal department about this.");
	}

	@Test
	void whenThrottledThenCallerMayRetry() {
		this.emulator.script().error(429, "ThrottlingException", "Account 123456789012 is too fast.");
		post("Hello").expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.valueEquals("Retry-After", "10")
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("Too busy").doesNotContain("123456789012"));
	}

	@Test
	void whenResponseIsTruncatedOrBrokenThenStatusIsBadGateway() {
		this.emulator.script().text("{\"category\":\"DEL").fault(new Fault.ResetBeforeHeaders());
		post("Hello").expectStatus().isEqualTo(HttpStatus.BAD_GATEWAY);
		post("Hello").expectStatus().isEqualTo(HttpStatus.BAD_GATEWAY);
		assertThat(this.emulator).received("Converse", 2).hasScriptUsedUp();
	}

	@Test
	void whenTicketIsInvalidThenModelIsNotCalled() {
		post(" ").expectStatus().isBadRequest();
		post("x".repeat(4_001)).expectStatus().isBadRequest();
		assertThat(this.emulator).receivedNothing();
	}

	@Test
	void whenJavaHasVirtualThreadsThenRequestsRunOnThem(@Autowired Environment environment) {
		assertThat(Threading.VIRTUAL.isActive(environment)).isEqualTo(Runtime.version().feature() >= 21);
	}

	private RestTestClient.ResponseSpec post(String text) {
		return this.client.post()
			.uri("/tickets/triage")
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Ticket(text))
			.exchange();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Guardrails {

		@Bean
		BedrockRuntimeEmulatorBuilderCustomizer guardrail() {
			return (emulator) -> emulator.guardrail(EmulatorConfiguration.guardrail());
		}

	}

}
