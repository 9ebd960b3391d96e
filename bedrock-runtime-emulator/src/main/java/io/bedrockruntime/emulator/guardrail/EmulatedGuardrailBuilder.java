package io.bedrockruntime.emulator.guardrail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.guardrail.GuardrailDefinition;
import io.bedrockruntime.emulator.internal.guardrail.PersonalData;
import io.bedrockruntime.model.guardrail.GuardrailContentFilterStrength;
import io.bedrockruntime.model.guardrail.GuardrailContentFilterType;
import io.bedrockruntime.model.guardrail.GuardrailPiiEntityType;
import org.jspecify.annotations.Nullable;

/**
 * Builder for an {@link EmulatedGuardrail}. Only whole words match, in any case.
 *
 * @since 0.1.0
 */
public final class EmulatedGuardrailBuilder {

	private static final Pattern ID = Pattern.compile("[a-z0-9]+");

	private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,7}|DRAFT");

	private final String id;

	private String version = "DRAFT";

	private String blockedInput = "Sorry, the model cannot answer this question.";

	private String blockedOutput = "Sorry, the model's answer was withheld.";

	private final List<GuardrailDefinition.Topic> topics = new ArrayList<>();

	private final List<GuardrailDefinition.ContentFilter> contentFilters = new ArrayList<>();

	private final List<String> words = new ArrayList<>();

	private boolean profanity;

	private final List<GuardrailDefinition.Entity> entities = new ArrayList<>();

	private final List<GuardrailDefinition.Regex> regexes = new ArrayList<>();

	private @Nullable Double grounding;

	private @Nullable Double relevance;

	EmulatedGuardrailBuilder(String id) {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException(
					"A guardrail's identifier may contain only lower-case letters and digits: " + id);
		}
		this.id = id;
	}

	/**
	 * Set the version that requests must name.
	 * @param version a number or {@code DRAFT}, the default
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder version(String version) {
		if (!VERSION.matcher(version).matches()) {
			throw new IllegalArgumentException("A guardrail's version is a number or DRAFT: " + version);
		}
		this.version = version;
		return this;
	}

	/**
	 * Set the messages that replace blocked content.
	 * @param input the message when the input is blocked
	 * @param output the message when the model's output is blocked
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder blockedMessages(String input, String output) {
		this.blockedInput = input;
		this.blockedOutput = output;
		return this;
	}

	/**
	 * Deny a topic.
	 * @param name the topic's name
	 * @param words the words that identify it; by default, its name
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder deniedTopic(String name, String... words) {
		this.topics.add(new GuardrailDefinition.Topic(name, (words.length == 0) ? List.of(name) : List.of(words)));
		return this;
	}

	/**
	 * Filter harmful content, which is identified by a few words of each kind.
	 * @param type the kind
	 * @param strength the strength of the filter: {@code HIGH} also blocks matches with
	 * low confidence
	 * @param words words that match with high confidence, in addition to the built-in
	 * ones
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder contentFilter(GuardrailContentFilterType type,
			GuardrailContentFilterStrength strength, String... words) {
		boolean attack = type.equals(GuardrailContentFilterType.PROMPT_ATTACK);
		return contentFilter(type, strength, attack ? GuardrailContentFilterStrength.NONE : strength, List.of(words));
	}

	EmulatedGuardrailBuilder contentFilter(GuardrailContentFilterType type, GuardrailContentFilterStrength input,
			GuardrailContentFilterStrength output, List<String> words) {
		this.contentFilters.add(new GuardrailDefinition.ContentFilter(type, input, output, words));
		return this;
	}

	/**
	 * Block words or phrases.
	 * @param words the words
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder blockedWords(String... words) {
		this.words.addAll(List.of(words));
		return this;
	}

	/**
	 * Block the managed word list, of which the emulator has a few mild words.
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder profanity() {
		this.profanity = true;
		return this;
	}

	/**
	 * Block kinds of personal data.
	 * @param types the kinds
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder block(GuardrailPiiEntityType... types) {
		return entities(GuardrailDefinition.Treatment.BLOCKED, types);
	}

	/**
	 * Mask kinds of personal data with their names, as in {@code {EMAIL}}.
	 * @param types the kinds
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder anonymize(GuardrailPiiEntityType... types) {
		return entities(GuardrailDefinition.Treatment.ANONYMIZED, types);
	}

	/**
	 * Set the known values of a kind of personal data, such as the names of people.
	 * @param type the kind, which is blocked or anonymized already
	 * @param values the words
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder known(GuardrailPiiEntityType type, String... values) {
		for (int i = 0; i < this.entities.size(); i++) {
			GuardrailDefinition.Entity entity = this.entities.get(i);
			if (entity.type().equals(type.value())) {
				this.entities.set(i,
						new GuardrailDefinition.Entity(entity.type(), entity.treatment(), List.of(values)));
				return this;
			}
		}
		throw new IllegalArgumentException("Block or anonymize " + type + " first");
	}

	/**
	 * Block the matches of a pattern.
	 * @param name the pattern's name
	 * @param pattern the pattern
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder blockPattern(String name, String pattern) {
		return regex(name, pattern, GuardrailDefinition.Treatment.BLOCKED);
	}

	/**
	 * Mask the matches of a pattern with the pattern's name in braces.
	 * @param name the pattern's name
	 * @param pattern the pattern
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder anonymizePattern(String name, String pattern) {
		return regex(name, pattern, GuardrailDefinition.Treatment.ANONYMIZED);
	}

	/**
	 * Block responses with too few words from the grounding source.
	 * @param threshold the minimum share of the response's words, from 0 to 1
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder grounding(double threshold) {
		this.grounding = share(threshold);
		return this;
	}

	/**
	 * Block responses with too few words of the query.
	 * @param threshold the minimum share of the query's words, from 0 to 1
	 * @return this builder
	 */
	public EmulatedGuardrailBuilder relevance(double threshold) {
		this.relevance = share(threshold);
		return this;
	}

	/**
	 * Return the guardrail.
	 * @return the guardrail
	 * @throws IllegalArgumentException if a kind of personal data has neither a pattern
	 * nor known values
	 */
	public EmulatedGuardrail build() {
		for (GuardrailDefinition.Entity entity : this.entities) {
			if (entity.values().isEmpty() && !PersonalData.hasPattern(entity.type())) {
				throw new IllegalArgumentException(
						"The emulator has no pattern for " + entity.type() + ": set the known values of this kind");
			}
		}
		return new EmulatedGuardrail(new GuardrailDefinition(this.id, this.version, this.blockedInput,
				this.blockedOutput, new GuardrailDefinition.Policies(this.topics, this.contentFilters, this.words,
						this.profanity, this.entities, this.regexes, this.grounding, this.relevance)));
	}

	EmulatedGuardrailBuilder entity(String type, GuardrailDefinition.Treatment treatment, List<String> values) {
		this.entities.add(new GuardrailDefinition.Entity(type, treatment, values));
		return this;
	}

	EmulatedGuardrailBuilder regex(String name, String pattern, GuardrailDefinition.Treatment treatment) {
		this.regexes.add(new GuardrailDefinition.Regex(name, Pattern.compile(pattern), treatment));
		return this;
	}

	private EmulatedGuardrailBuilder entities(GuardrailDefinition.Treatment treatment,
			GuardrailPiiEntityType... types) {
		for (GuardrailPiiEntityType type : types) {
			entity(type.value(), treatment, List.of());
		}
		return this;
	}

	private static double share(double threshold) {
		if (threshold < 0 || threshold > 1) {
			throw new IllegalArgumentException("A threshold must be from 0 to 1");
		}
		return threshold;
	}

}
