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
 * Guardrail that a Converse request names. It assesses the request, then the completion,
 * and keeps the trace of both.
 */
public final class ConverseGuardrail {

	/**
	 * Number of tokens that are sent in asynchronous mode before they are assessed
	 * together.
	 */
	private static final int ASYNC_TOKENS = 8;

	/**
	 * Number of tokens that are held back in synchronous mode until they have been
	 * assessed.
	 */
	private static final int SYNC_TOKENS = 100;

	private static final String INTERVENED = "guardrail_intervened";

	private final GuardrailDefinition guardrail;

	private final String region;

	private final JsonNode config;

	/** Whether all parts of a prompt without marked content are assessed. */
	private final boolean entirePrompt;

	private final ObjectNode trace = Json.object();

	private List<GuardedText> references = List.of();

	private GuardrailVerdict.Action strongest = GuardrailVerdict.Action.NONE;

	private ConverseGuardrail(GuardrailDefinition guardrail, String region, JsonNode config, boolean entirePrompt) {
		this.guardrail = guardrail;
		this.region = region;
		this.config = config;
		this.entirePrompt = entirePrompt;
	}

	public static @Nullable ConverseGuardrail of(JsonNode request, GuardrailRegistry guardrails) {
		JsonNode config = request.path("guardrailConfig");
		if (!config.isObject()) {
			return null;
		}
		return new ConverseGuardrail(find(config, guardrails), guardrails.region(), config, false);
	}

	/**
	 * Return the guardrail of an InvokeModel request, which assesses all parts of the
	 * prompt.
	 */
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

	/** Return the strongest action so far. */
	public GuardrailVerdict.Action strongest() {
		return this.strongest;
	}

	/** Return the request, masked for the model, or null if it is blocked. */
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
			// Without marked content, all content is guarded.
			if (this.entirePrompt) {
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
		// An application's instructions look like attacks: only marked content
		// is checked for prompt attacks.
		GuardrailDefinition effective = (unmarked && this.entirePrompt) ? this.guardrail.withoutPromptAttack()
				: this.guardrail;
		GuardrailVerdict verdict = new GuardrailAssessor(effective, true, isFullTrace()).assess(texts, images,
				this.region);
		record(verdict);
		this.trace.set("inputAssessment", Json.object().set(this.guardrail.id(), verdict.assessment()));
		Iterator<String> replacements = verdict.texts().iterator();
		for (int i = 0; i < blocks.size(); i++) {
			if (texts.get(i).isGuarded()) {
				blocks.get(i).put("text", replacements.next());
			}
		}
		return verdict.isBlocked() ? null : masked;
	}

	/** Return the completion for a request that is blocked. */
	public Completion refusal() {
		return finished(new Completion(Json.array(Json.object().put("text", this.guardrail.blockedMessage(true))),
				INTERVENED, null, new Usage(0, 0, -1, -1), 1, Json.object()));
	}

	/** Return the completion, masked or replaced, that may be sent. */
	public Completion release(Completion completion, boolean stream) {
		boolean async = stream && this.config.path("streamProcessingMode").asString("").equals("async");
		List<GuardedText> texts = texts(completion.content());
		// Content that has been sent already cannot be masked.
		GuardrailVerdict verdict = assess(texts, async ? this.guardrail.withoutMasking() : this.guardrail);
		record(verdict);
		ArrayNode modelOutput = Json.array();
		texts.forEach((text) -> modelOutput.add(text.text()));
		this.trace.set("modelOutput", modelOutput);
		this.trace.set("outputAssessments", Json.object().set(this.guardrail.id(), Json.array(verdict.assessment())));
		if (!verdict.isBlocked()) {
			return finished(
					verdict.isMasked() ? stopped(completion, masked(completion.content(), verdict)) : completion);
		}
		if (async) {
			return finished(stopped(completion, untilFound(completion.content(), ASYNC_TOKENS, true)));
		}
		if (stream && !assess(texts, this.guardrail.withoutRelevance()).isBlocked()) {
			// Any later part may make a response relevant, so all of it is sent first.
			return finished(stopped(completion, masked(completion.content(), verdict)));
		}
		ArrayNode left = stream ? untilFound(completion.content(), SYNC_TOKENS, false) : Json.array();
		ArrayNode content = masked(left, assess(texts(left), this.guardrail));
		content.add(Json.object().put("text", this.guardrail.blockedMessage(false)));
		return finished(stopped(completion, content));
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
	 * Return the part of a stream that is sent before the guardrail blocks: everything up
	 * to the finding, or only the parts that were held back and found harmless.
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
				// A word is not split.
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
		// Only the complete response is blocked, not a part of it.
		return withFound ? sent : Json.array();
	}

	private boolean isBlockedSoFar(ArrayNode sent) {
		// Grounding applies to the complete response.
		return new GuardrailAssessor(this.guardrail, false, false).assess(texts(sent), 0, this.region).isBlocked();
	}

	private GuardrailVerdict assess(List<GuardedText> texts, GuardrailDefinition effective) {
		List<GuardedText> shown = new ArrayList<>(texts);
		this.references.forEach((text) -> shown.add(text.asReference()));
		return new GuardrailAssessor(effective, false, isFullTrace()).assess(shown, 0, this.region);
	}

	private boolean isFullTrace() {
		return this.config.path("trace").asString("").equals("enabled_full");
	}

	private Completion finished(Completion completion) {
		ObjectNode extras = completion.extras().deepCopy();
		if (this.config.path("trace").asString("").startsWith("enabled")) {
			this.trace.put("actionReason", this.strongest.reason());
			extras.set("trace", Json.object().set("guardrail", this.trace));
		}
		return new Completion(completion.content(), completion.stopReason(), completion.stopSequence(),
				completion.usage(), completion.latencyMs(), extras);
	}

	private static Completion stopped(Completion completion, ArrayNode content) {
		return new Completion(content, INTERVENED, null, completion.usage(), completion.latencyMs(),
				completion.extras());
	}

	private void record(GuardrailVerdict verdict) {
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
		else if (this.entirePrompt) {
			block.path("toolResult").path("content").values().forEach((nested) -> addText(nested, blocks));
		}
	}

}
