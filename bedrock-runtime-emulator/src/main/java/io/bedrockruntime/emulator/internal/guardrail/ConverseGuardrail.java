package io.bedrockruntime.emulator.internal.guardrail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.model.Usage;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guardrail that a Converse request names: looks at what is asked, then at what is
 * answered, and keeps the trace of both.
 */
public final class ConverseGuardrail {

	/** So many tokens leave in asynchronous mode before they are looked at together. */
	private static final int ASYNC_TOKENS = 8;

	/** So many are held back in synchronous mode until they have been looked at. */
	private static final int SYNC_TOKENS = 100;

	private static final String INTERVENED = "guardrail_intervened";

	private final GuardrailDefinition guardrail;

	private final String region;

	private final JsonNode config;

	/** Whether a prompt of which nothing is marked is looked at with all its parts. */
	private final boolean wholePrompt;

	private final ObjectNode trace = Json.object();

	private List<GuardedText> references = List.of();

	private GuardrailVerdict.Action strongest = GuardrailVerdict.Action.NONE;

	private ConverseGuardrail(GuardrailDefinition guardrail, String region, JsonNode config, boolean wholePrompt) {
		this.guardrail = guardrail;
		this.region = region;
		this.config = config;
		this.wholePrompt = wholePrompt;
	}

	public static @Nullable ConverseGuardrail of(JsonNode request, GuardrailRegistry guardrails) {
		JsonNode config = request.path("guardrailConfig");
		if (!config.isObject()) {
			return null;
		}
		return new ConverseGuardrail(find(config, guardrails), guardrails.region(), config, false);
	}

	/** InvokeModel has no part of a prompt that is left out, and no conversation. */
	public static ConverseGuardrail ofInvokeModel(JsonNode config, GuardrailRegistry guardrails) {
		return new ConverseGuardrail(find(config, guardrails), guardrails.region(), config, true);
	}

	private static GuardrailDefinition find(JsonNode config, GuardrailRegistry guardrails) {
		GuardrailDefinition guardrail = guardrails.find(config.path("guardrailIdentifier").asString(""),
				config.path("guardrailVersion").asString(""));
		if (guardrail == null) {
			throw ServiceErrorException
				.validation("The guardrail identifier or version provided in the request does not exist.");
		}
		return guardrail;
	}

	/** The strongest thing that was done so far. */
	public GuardrailVerdict.Action strongest() {
		return this.strongest;
	}

	/** The request as the model may see it, or null when it may not. */
	@Nullable public ObjectNode admit(ObjectNode request) {
		ObjectNode masked = request.deepCopy();
		List<ObjectNode> blocks = new ArrayList<>();
		masked.path("system").values().forEach((block) -> addGuardContent(block, blocks));
		masked.path("messages")
			.values()
			.forEach((message) -> message.path("content").values().forEach((block) -> addGuardContent(block, blocks)));
		int images = (int) blocks.stream().filter((block) -> !block.has("text")).count();
		blocks.removeIf((block) -> !block.has("text"));
		boolean unmarked = images == 0 && blocks.stream().map(GuardedText::read).noneMatch(GuardedText::isGuarded);
		if (unmarked) {
			// Nothing is marked to be guarded, so everything said is meant.
			if (this.wholePrompt) {
				masked.path("system").values().forEach((block) -> addText(block, blocks));
			}
			masked.path("messages")
				.values()
				.forEach((message) -> message.path("content").values().forEach((block) -> addText(block, blocks)));
		}
		List<GuardedText> texts = blocks.stream()
			.map(GuardedText::read)
			.map((text) -> unmarked ? text.asGuarded() : text)
			.toList();
		this.references = texts.stream().filter((text) -> text.is("grounding_source") || text.is("query")).toList();
		// Instructions of the application look like attacks: only what is marked is held
		// against the filter for them.
		GuardrailDefinition looking = (unmarked && this.wholePrompt) ? this.guardrail.withoutPromptAttack()
				: this.guardrail;
		GuardrailVerdict verdict = new GuardrailAssessor(looking, true, isFullTrace()).assess(texts, images,
				this.region);
		note(verdict);
		this.trace.set("inputAssessment", Json.object().set(this.guardrail.id(), verdict.assessment()));
		Iterator<String> replacements = verdict.texts().iterator();
		for (int i = 0; i < blocks.size(); i++) {
			if (texts.get(i).isGuarded()) {
				blocks.get(i).put("text", replacements.next());
			}
		}
		return verdict.isBlocked() ? null : masked;
	}

	/** What is answered in place of a request that was not admitted. */
	public Completion refusal() {
		return finished(new Completion(Json.array(Json.object().put("text", this.guardrail.blockedMessage(true))),
				INTERVENED, null, new Usage(0, 0, -1, -1), 1, Json.object()));
	}

	/** The answer as it may leave. */
	public Completion release(Completion answer, boolean stream) {
		boolean async = stream && this.config.path("streamProcessingMode").asString("").equals("async");
		List<GuardedText> texts = texts(answer.content());
		// What has left already is not masked any more.
		GuardrailVerdict verdict = look(texts, async ? this.guardrail.withoutMasking() : this.guardrail);
		note(verdict);
		ArrayNode modelOutput = Json.array();
		texts.forEach((text) -> modelOutput.add(text.text()));
		this.trace.set("modelOutput", modelOutput);
		this.trace.set("outputAssessments", Json.object().set(this.guardrail.id(), Json.array(verdict.assessment())));
		if (!verdict.isBlocked()) {
			return finished(verdict.isMasked() ? stopped(answer, masked(answer.content(), verdict)) : answer);
		}
		if (async) {
			return finished(stopped(answer, untilFound(answer.content(), ASYNC_TOKENS, true)));
		}
		if (stream && !look(texts, this.guardrail.withoutRelevance()).isBlocked()) {
			// Any later part may make an answer relevant, so that all of it leaves first.
			return finished(stopped(answer, masked(answer.content(), verdict)));
		}
		ArrayNode left = stream ? untilFound(answer.content(), SYNC_TOKENS, false) : Json.array();
		ArrayNode content = masked(left, look(texts(left), this.guardrail));
		content.add(Json.object().put("text", this.guardrail.blockedMessage(false)));
		return finished(stopped(answer, content));
	}

	private static ArrayNode masked(ArrayNode content, GuardrailVerdict verdict) {
		Iterator<String> replacements = verdict.texts().iterator();
		ArrayNode masked = content.deepCopy();
		for (JsonNode block : masked) {
			if (block.has("text")) {
				((ObjectNode) block).put("text", replacements.next());
			}
		}
		return masked;
	}

	/**
	 * What has left of a stream when the guardrail finds something: all of it up to
	 * there, or as much as was held back and found harmless.
	 */
	private ArrayNode untilFound(ArrayNode content, int tokensAtOnce, boolean withFound) {
		ArrayNode sent = Json.array();
		ArrayNode harmless = Json.array();
		for (JsonNode block : content) {
			if (!block.has("text")) {
				sent.add(block);
				continue;
			}
			StringBuilder text = new StringBuilder();
			sent.add(Json.object().put("text", ""));
			int tokens = 0;
			for (String token : Tokens.split(block.path("text").asString(""))) {
				// A word is not taken apart.
				if (tokens >= tokensAtOnce && Character.isWhitespace(token.charAt(0))) {
					if (isBlockedSoFar(sent)) {
						return withFound ? sent : harmless;
					}
					harmless = sent.deepCopy();
					tokens = 0;
				}
				text.append(token);
				tokens++;
				sent.set(sent.size() - 1, Json.object().put("text", text.toString()));
			}
			if (isBlockedSoFar(sent)) {
				return withFound ? sent : harmless;
			}
			harmless = sent.deepCopy();
		}
		// The whole answer was found wanting, and no part of it.
		return withFound ? sent : Json.array();
	}

	private boolean isBlockedSoFar(ArrayNode sent) {
		// Grounding is a matter of the whole answer.
		return new GuardrailAssessor(this.guardrail, false, false).assess(texts(sent), 0, this.region).isBlocked();
	}

	private GuardrailVerdict look(List<GuardedText> texts, GuardrailDefinition looking) {
		List<GuardedText> shown = new ArrayList<>(texts);
		this.references.forEach((text) -> shown.add(text.asReference()));
		return new GuardrailAssessor(looking, false, isFullTrace()).assess(shown, 0, this.region);
	}

	private boolean isFullTrace() {
		return this.config.path("trace").asString("").equals("enabled_full");
	}

	private Completion finished(Completion answer) {
		ObjectNode extras = answer.extras().deepCopy();
		if (this.config.path("trace").asString("").startsWith("enabled")) {
			this.trace.put("actionReason", this.strongest.reason());
			extras.set("trace", Json.object().set("guardrail", this.trace));
		}
		return new Completion(answer.content(), answer.stopReason(), answer.stopSequence(), answer.usage(),
				answer.latencyMs(), extras);
	}

	private static Completion stopped(Completion answer, ArrayNode content) {
		return new Completion(content, INTERVENED, null, answer.usage(), answer.latencyMs(), answer.extras());
	}

	private void note(GuardrailVerdict verdict) {
		if (verdict.action().compareTo(this.strongest) > 0) {
			this.strongest = verdict.action();
		}
	}

	private static List<GuardedText> texts(ArrayNode content) {
		return content.valueStream()
			.filter((block) -> block.has("text"))
			.map((block) -> GuardedText.of(block.path("text").asString("")))
			.toList();
	}

	private static void addGuardContent(JsonNode block, List<ObjectNode> blocks) {
		JsonNode guarded = block.path("guardContent");
		if (guarded.path("text") instanceof ObjectNode text) {
			blocks.add(text);
		}
		else if (guarded.path("image") instanceof ObjectNode image) {
			blocks.add(image);
		}
	}

	private void addText(JsonNode block, List<ObjectNode> blocks) {
		if (block instanceof ObjectNode text && text.path("text").isString()) {
			blocks.add(text);
		}
		else if (this.wholePrompt) {
			block.path("toolResult").path("content").values().forEach((nested) -> addText(nested, blocks));
		}
	}

}
