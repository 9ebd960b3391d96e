package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.bedrockruntime.model.guardrail.GuardrailContentFilterStrength;
import io.bedrockruntime.model.guardrail.GuardrailContentFilterType;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a guardrail: its messages and the policies that it applies.
 */
public final class GuardrailDefinition {

	private final String id;

	private final String version;

	private final String blockedInput;

	private final String blockedOutput;

	private final Policies policies;

	public GuardrailDefinition(String id, String version, String blockedInput, String blockedOutput,
			Policies policies) {
		this.id = id;
		this.version = version;
		this.blockedInput = blockedInput;
		this.blockedOutput = blockedOutput;
		this.policies = policies;
	}

	public String id() {
		return this.id;
	}

	public String version() {
		return this.version;
	}

	public String blockedMessage(boolean input) {
		return input ? this.blockedInput : this.blockedOutput;
	}

	public Policies policies() {
		return this.policies;
	}

	/** Return this guardrail without its filter for prompt attacks. */
	GuardrailDefinition withoutPromptAttack() {
		List<ContentFilter> filters = this.policies.contentFilters()
			.stream()
			.filter((filter) -> !filter.type().value().equals("PROMPT_ATTACK"))
			.toList();
		return with(filters, this.policies.entities(), this.policies.regexes(), this.policies.relevance());
	}

	/** Return this guardrail without masking: findings are only reported. */
	GuardrailDefinition withoutMasking() {
		List<Entity> entities = this.policies.entities()
			.stream()
			.map((entity) -> new Entity(entity.type(), entity.treatment().withoutMasking(), entity.values()))
			.toList();
		List<Regex> regexes = this.policies.regexes()
			.stream()
			.map((regex) -> new Regex(regex.name(), regex.pattern(), regex.treatment().withoutMasking()))
			.toList();
		return with(this.policies.contentFilters(), entities, regexes, this.policies.relevance());
	}

	/** Return this guardrail without its relevance threshold. */
	GuardrailDefinition withoutRelevance() {
		return with(this.policies.contentFilters(), this.policies.entities(), this.policies.regexes(), null);
	}

	private GuardrailDefinition with(List<ContentFilter> filters, List<Entity> entities, List<Regex> regexes,
			@Nullable Double relevance) {
		return new GuardrailDefinition(this.id, this.version, this.blockedInput, this.blockedOutput,
				new Policies(this.policies.topics(), filters, this.policies.words(), this.policies.profanity(),
						entities, regexes, this.policies.grounding(), relevance));
	}

	@Override
	public String toString() {
		return "GuardrailDefinition[" + this.id + ", " + this.version + "]";
	}

	/**
	 * Policies of a guardrail.
	 *
	 * @param topics the denied topics
	 * @param contentFilters the filters for harmful content
	 * @param words the blocked words
	 * @param profanity whether the managed word list is blocked as well
	 * @param entities the personal data
	 * @param regexes the patterns
	 * @param grounding the minimum grounding score, or null to skip the check
	 * @param relevance the minimum relevance score, or null to skip the check
	 */
	public record Policies(List<Topic> topics, List<ContentFilter> contentFilters, List<String> words,
			boolean profanity, List<Entity> entities, List<Regex> regexes, @Nullable Double grounding,
			@Nullable Double relevance) {

		public Policies {
			topics = List.copyOf(topics);
			contentFilters = List.copyOf(contentFilters);
			words = List.copyOf(words);
			entities = List.copyOf(entities);
			regexes = List.copyOf(regexes);
		}

	}

	/**
	 * A denied topic.
	 *
	 * @param name the name
	 * @param words the words that identify the topic
	 */
	public record Topic(String name, List<String> words) {

	}

	/**
	 * A filter for harmful content.
	 *
	 * @param type the kind of content
	 * @param input the strength for input
	 * @param output the strength for output
	 * @param words words that match with high confidence, in addition to the built-in
	 * ones
	 */
	public record ContentFilter(GuardrailContentFilterType type, GuardrailContentFilterStrength input,
			GuardrailContentFilterStrength output, List<String> words) {

	}

	/**
	 * A kind of personal data.
	 *
	 * @param type AWS's name of the kind
	 * @param treatment the action for it
	 * @param values values of this kind, in addition to the matches of its pattern
	 */
	public record Entity(String type, Treatment treatment, List<String> values) {

	}

	/**
	 * Custom pattern.
	 *
	 * @param name the name, which replaces masked text
	 * @param pattern the pattern
	 * @param treatment the action for it
	 */
	public record Regex(String name, Pattern pattern, Treatment treatment) {

	}

	/**
	 * Action for sensitive information.
	 */
	public enum Treatment {

		BLOCKED("BLOCK"), ANONYMIZED("ANONYMIZE"), NONE("NONE");

		private static final Map<String, Treatment> CONFIGURED = Map.of(BLOCKED.configured, BLOCKED,
				ANONYMIZED.configured, ANONYMIZED, NONE.configured, NONE);

		private final String configured;

		Treatment(String configured) {
			this.configured = configured;
		}

		Treatment withoutMasking() {
			return (this == ANONYMIZED) ? NONE : this;
		}

		/**
		 * Return the action for its name in a definition, which differs from its name in
		 * an assessment.
		 */
		public static @Nullable Treatment of(String configured) {
			return CONFIGURED.get(configured);
		}

	}

}
