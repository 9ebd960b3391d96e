package io.bedrockruntime.emulator.guardrail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.emulator.internal.guardrail.GuardedText;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailAssessor;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailVerdict;
import io.bedrockruntime.emulator.testing.ContractCheck;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmulatedGuardrailTests {

	@TempDir
	Path folder;

	@Test
	void whenDefinitionIsReadThenAllItsPoliciesWork() throws IOException {
		List<EmulatedGuardrail> guardrails = EmulatedGuardrail.read(file("""
				[{"id":"gr1","version":"2","name":"Any","blockedInputMessaging":"no","blockedOutputsMessaging":"NO",
				"topicPolicyConfig":{"topicsConfig":[
					{"name":"Money","definition":"All of it","examples":["stocks"],"type":"DENY"}]},
				"contentPolicyConfig":{"filtersConfig":[
					{"type":"INSULTS","inputStrength":"HIGH","outputStrength":"NONE"}]},
				"wordPolicyConfig":{"wordsConfig":[{"text":"Rivaltech"}],
					"managedWordListsConfig":[{"type":"PROFANITY"}]},
				"sensitiveInformationPolicyConfig":{
					"piiEntitiesConfig":[{"type":"PASSWORD","action":"BLOCK","values":["xyzzy"]}],
					"regexesConfig":[{"name":"BOOKING","pattern":"BK-\\\\d+","action":"ANONYMIZE"}]},
				"contextualGroundingPolicyConfig":{"filtersConfig":[
					{"type":"GROUNDING","threshold":0.7},{"type":"RELEVANCE","threshold":0.5}]}},
				{"id":"gr2","blockedInputMessaging":"no","blockedOutputsMessaging":"no"}]"""));
		assertThat(guardrails).extracting(EmulatedGuardrail::toString)
			.containsExactly("EmulatedGuardrail[gr1, 2]", "EmulatedGuardrail[gr2, DRAFT]");
		EmulatedGuardrail first = guardrails.get(0);
		assertThat(first.definition().blockedMessage(true) + first.definition().blockedMessage(false))
			.isEqualTo("noNO");
		assertThat(first.definition().policies().grounding()).isEqualTo(0.7);
		assertThat(first.definition().policies().relevance()).isEqualTo(0.5);
		for (String text : List.of("stocks", "silly", "rivaltech", "crap", "xyzzy")) {
			assertThat(assess(first, true, text).isBlocked()).as(text).isTrue();
		}
		assertThat(assess(first, false, "silly").isBlocked()).isFalse();
		assertThat(assess(first, false, "BK-77 BK-x").texts()).containsExactly("{BOOKING} BK-x");
	}

	@Test
	void whenDefinitionIsOfPropertiesThenItIsTheSame() throws IOException {
		Path file = Files.writeString(this.folder.resolve("guardrails.properties"), """
				[0].id=gr1
				[0].version=2
				[0].blockedInputMessaging=no
				[0].blockedOutputsMessaging=N\u00d6
				[0].topicPolicyConfig.topicsConfig[0].name=Money
				[0].topicPolicyConfig.topicsConfig[0].examples[0]=stocks
				[0].topicPolicyConfig.topicsConfig[0].examples[1]=hedge fund
				[0].wordPolicyConfig.wordsConfig[0].text=Rivaltech
				[0].wordPolicyConfig.wordsConfig[10].text=Otherfirm
				[0].sensitiveInformationPolicyConfig.piiEntitiesConfig[0].type=EMAIL
				[0].sensitiveInformationPolicyConfig.piiEntitiesConfig[0].action=ANONYMIZE
				[0].sensitiveInformationPolicyConfig.regexesConfig[0].name=BOOKING
				[0].sensitiveInformationPolicyConfig.regexesConfig[0].pattern=BK-\\\\d+
				[0].sensitiveInformationPolicyConfig.regexesConfig[0].action=ANONYMIZE
				[0].contextualGroundingPolicyConfig.filtersConfig[0].type=GROUNDING
				[0].contextualGroundingPolicyConfig.filtersConfig[0].threshold=0.7
				[1].id=gr2
				[1].blockedInputMessaging=no
				[1].blockedOutputsMessaging=no
				""");
		List<EmulatedGuardrail> guardrails = EmulatedGuardrail.read(file);
		assertThat(guardrails).extracting(EmulatedGuardrail::toString)
			.containsExactly("EmulatedGuardrail[gr1, 2]", "EmulatedGuardrail[gr2, DRAFT]");
		EmulatedGuardrail first = guardrails.get(0);
		assertThat(first.definition().blockedMessage(false)).isEqualTo("N\u00d6");
		assertThat(first.definition().policies().grounding()).isEqualTo(0.7);
		for (String text : List.of("stocks", "a hedge fund", "rivaltech", "otherfirm")) {
			assertThat(assess(first, true, text).isBlocked()).as(text).isTrue();
		}
		assertThat(assess(first, false, "BK-77 for ada@example.org").texts()).containsExactly("{BOOKING} for {EMAIL}");
	}

	@Test
	void whenPropertiesContradictEachOtherThenItIsSaid() throws IOException {
		Path file = Files.writeString(this.folder.resolve("guardrails.properties"), "id=a\nid.more=b\n");
		assertThatIllegalArgumentException().isThrownBy(() -> EmulatedGuardrail.read(file))
			.withMessageContaining("'id.more' goes through a property that has a value")
			.withMessageContaining(file.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{ | could not be read as JSON
			{} | 'id' is missing
			{"id":"Gr"} | lower-case letters and digits
			{"id":"g","version":"x"} | a number or DRAFT
			{"id":"g"} | 'blockedInputMessaging' is missing
			S{"piiEntitiesConfig":[{"type":"AGE","action":"BLOCK"}]}} | no pattern for AGE
			S{"piiEntitiesConfig":[{"type":"URL","action":"X"}]}} | 'action' must be
			S{"regexesConfig":[{"name":"","pattern":"(","action":"BLOCK"}]}} | is not a valid regular expression
			M,"contextualGroundingPolicyConfig":{"filtersConfig":[{"type":"GROUNDING","threshold":2}]}} | from 0 to 1
			M,"contentPolicyConfig":{"filtersConfig":[{"type":"X"}]}} | X is not one of
			""")
	void whenDefinitionIsWrongThenItIsSaidWhy(String json, String message) throws IOException {
		Path file = file(json.replace("S{", "M,\"sensitiveInformationPolicyConfig\":{")
			.replace("M,", "{\"id\":\"g\",\"blockedInputMessaging\":\"a\",\"blockedOutputsMessaging\":\"b\","));
		assertThatIllegalArgumentException().isThrownBy(() -> EmulatedGuardrail.read(file))
			.withMessageContaining(message)
			.withMessageContaining(file.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EMAIL | Mail a.b+c@mail.example.org! | Mail {EMAIL}!
			PHONE | Call +49 30 1234 5678 or (030) 123-4567. | Call {PHONE} or {PHONE}.
			PHONE | In 2024 there were 1000 of 5 | In 2024 there were 1000 of 5
			CREDIT_DEBIT_CARD_NUMBER | 4111111111111111 | {CREDIT_DEBIT_CARD_NUMBER}
			IP_ADDRESS | 10.0.0.1, not 10.0.0.256 | {IP_ADDRESS}, not 10.0.0.256
			US_SOCIAL_SECURITY_NUMBER | It is 123-45-6789. | It is {US_SOCIAL_SECURITY_NUMBER}.
			MAC_ADDRESS | at 00:1b:44:11:3a:b7 | at {MAC_ADDRESS}
			URL | See https://example.org/a?b=c, please | See {URL}, please
			AWS_ACCESS_KEY | AKIAIOSFODNN7EXAMPLE | {AWS_ACCESS_KEY}
			INTERNATIONAL_BANK_ACCOUNT_NUMBER | To DE89 3704 0044 0532 0130 00 | To {INTERNATIONAL_BANK_ACCOUNT_NUMBER}
			NAME | Ask Jane Doe or Janet Doe | Ask {NAME} or Janet Doe
			""")
	void shouldKnowPersonalDataByItsPattern(String type, String text, String masked) {
		EmulatedGuardrail guardrail = EmulatedGuardrail.builder("g").anonymize(GuardrailPiiEntityType.of(type)).build();
		assertThat(assess(guardrail, true, text).texts()).containsExactly(masked);
	}

	@Test
	void whenTwoKindsFindOnePlaceThenItIsTheMorePreciseOne() {
		EmulatedGuardrail guardrail = EmulatedGuardrail.builder("g")
			.anonymize(GuardrailPiiEntityType.PHONE, GuardrailPiiEntityType.CREDIT_DEBIT_CARD_NUMBER,
					GuardrailPiiEntityType.US_SOCIAL_SECURITY_NUMBER)
			.build();
		assertThat(assess(guardrail, true, "4111 1111 1111 1111 / 123-45-6789 / 030 123 4567").texts())
			.containsExactly("{CREDIT_DEBIT_CARD_NUMBER} / {US_SOCIAL_SECURITY_NUMBER} / {PHONE}");
	}

	@Test
	void whenKindHasNoPatternThenItsValuesMustBeGiven() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EmulatedGuardrail.builder("g").block(GuardrailPiiEntityType.AGE).build())
			.withMessageContaining("AGE");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EmulatedGuardrail.builder("g").known(GuardrailPiiEntityType.AGE, "42"));
		EmulatedGuardrail guardrail = EmulatedGuardrail.builder("g")
			.block(GuardrailPiiEntityType.AGE)
			.known(GuardrailPiiEntityType.AGE, "42")
			.build();
		assertThat(assess(guardrail, true, "She is 42.").isBlocked()).isTrue();
		assertThat(assess(guardrail, true, "She has 420.").isBlocked()).isFalse();
	}

	private static GuardrailVerdict assess(EmulatedGuardrail guardrail, boolean input, String text) {
		GuardrailVerdict verdict = new GuardrailAssessor(guardrail.definition(), input, false)
			.assess(List.of(GuardedText.of(text)), 0, "us-east-1");
		assertThat(ContractCheck.violations("GuardrailAssessment", verdict.assessment())).isEmpty();
		return verdict;
	}

	private Path file(String json) throws IOException {
		return Files.writeString(this.folder.resolve("guardrails.json"), json);
	}

}
