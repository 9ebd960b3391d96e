package io.bedrockruntime.test;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.guardrail.EmulatedGuardrail;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static io.bedrockruntime.test.assertj.BedrockRuntimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "bedrock.runtime.retry.mode=none")
@EmbeddedBedrockRuntime(script = "Converse: text=\"From the annotation.\"")
class EmbeddedBedrockRuntimeTests {

	@Autowired
	private BedrockRuntimeEmulator emulator;

	@Autowired
	private BedrockRuntimeOperations bedrock;

	@Autowired
	private ReactiveBedrockRuntimeOperations reactive;

	@Test
	void whenApplicationCallsThenEmulatorRespondsRegardlessOfProperties() {
		this.emulator.script().text("Of the test.");
		assertThat(this.bedrock.converse("Why?").text()).isEqualTo("From the annotation.");
		assertThat(this.reactive.converse("And why?").block().text()).isEqualTo("Of the test.");
		assertThat(this.emulator).received(2).hasScriptUsedUp();
		assertThat(this.emulator.region()).isEqualTo("us-east-1");
	}

	@Test
	void whenTestBeginsThenScriptAndCallsAreReset() {
		assertThat(this.emulator).receivedNothing();
		assertThat(this.emulator.script().entries()).hasSize(1);
	}

	@Test
	void whenToolIsScriptedThenItIsRequested() {
		this.emulator.script().clear();
		this.emulator.script().reply(new Reply.ToolUse("get_weather", "{\"city\":\"Rome\"}"));
		assertThat(this.bedrock.converse("Rome?").toolUses()).singleElement()
			.satisfies((use) -> assertThat(use.input().path("city").asString()).isEqualTo("Rome"));
	}

	@Test
	void whenFaultIsScriptedThenClientFails() {
		this.emulator.script().clear();
		this.emulator.script().error(429, "ThrottlingException", "Slow down").fault(new Fault.EndAfterEvents(3));
		assertThatExceptionOfType(ThrottlingException.class).isThrownBy(() -> this.bedrock.converse("Why?"));
		assertThatExceptionOfType(TruncatedStreamException.class)
			.isThrownBy(() -> this.reactive.converseStream("Why?").blockLast());
		assertThat(this.emulator).received("Converse", 1).received("ConverseStream", 1);
	}

	@Test
	void whenGuardrailIsCustomizedThenItIntervenes(@Autowired BedrockRuntimeEmulator parameter) {
		assertThat(parameter).isSameAs(this.emulator);
		ConverseRequest request = ConverseRequest.builder(SummaryApplication.MODEL)
			.user("Shall I buy stocks?")
			.guardrailConfig(GuardrailConfiguration.of("gr1", "DRAFT"))
			.build();
		assertThat(this.bedrock.converse(request).stopReason()).isEqualTo(StopReason.GUARDRAIL_INTERVENED);
		assertThat(this.emulator).onlyCall().hasGuardrail("gr1", "DRAFT");
	}

	@Nested
	class Inside {

		@BeforeEach
		void script() {
			EmbeddedBedrockRuntimeTests.this.emulator.script().clear();
			EmbeddedBedrockRuntimeTests.this.emulator.script().text("Inside.");
		}

		@Test
		void whenTestIsNestedThenItHasTheSameEmulator(@Autowired BedrockRuntimeEmulator nested,
				@Autowired BedrockRuntimeOperations operations) {
			assertThat(nested).isSameAs(EmbeddedBedrockRuntimeTests.this.emulator);
			assertThat(operations.converse("Why?").text()).isEqualTo("Inside.");
			assertThat(nested).onlyCall().hasUserText("Why?");
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Guardrails {

		@Bean
		BedrockRuntimeEmulatorBuilderCustomizer guardrail() {
			return (emulator) -> emulator
				.guardrail(EmulatedGuardrail.builder("gr1").deniedTopic("Investment", "stocks").build());
		}

	}

}
