package io.bedrockruntime.emulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guardrail that a Converse request names: looks at what is asked, then at what is
 * answered, and keeps the trace of both.
 */
final class ConverseGuardrail {

	/** So many tokens leave in asynchronous mode before they are looked at together. */
	private static final int ASYNC_TOKENS = 8;

	private static final String INTERVENED = "guardrail_intervened";

	private final EmulatedGuardrail guardrail;

	private final String region;

	private final JsonNode config;

	private final ObjectNode trace = Json.object();

	private List<GuardedText> references = List.of();

	private GuardrailVerdict.Action strongest = GuardrailVerdict.Action.NONE;

	private ConverseGuardrail(EmulatedGuardrail guardrail, String region, JsonNode config) {
		this.guardrail = guardrail;
		this.region = region;
		this.config = config;
	}

	static @Nullable ConverseGuardrail of(JsonNode request, EmulatedGuardrails guardrails) {
		JsonNode config = request.path("guardrailConfig");
		if (!config.isObject()) {
			return null;
		}
		EmulatedGuardrail guardrail = guardrails.find(config.path("guardrailIdentifier").asString(""),
				config.path("guardrailVersion").asString(""));
		if (guardrail == null) {
			throw ServiceError
				.validation("The guardrail identifier or version provided in the request does not exist.");
		}
		return new ConverseGuardrail(guardrail, guardrails.region(), config);
	}

	/** The request as the model may see it, or null when it may not. */
	@Nullable ObjectNode admit(ObjectNode request) {
		ObjectNode masked = request.deepCopy();
		List<ObjectNode> blocks = new ArrayList<>();
		masked.path("system").values().forEach((block) -> addGuardContent(block, blocks));
		masked.path("messages")
			.values()
			.forEach((message) -> message.path("content").values().forEach((block) -> addGuardContent(block, blocks)));
		int images = (int) blocks.stream().filter((block) -> !block.has("text")).count();
		blocks.removeIf((block) -> !block.has("text"));
		if (blocks.isEmpty() && images == 0) {
			// Nothing is marked, so everything said is meant.
			masked.path("messages")
				.values()
				.forEach((message) -> message.path("content").values().forEach((block) -> addText(block, blocks)));
		}
		List<GuardedText> texts = blocks.stream().map(GuardedText::read).toList();
		this.references = texts.stream().filter((text) -> text.is("grounding_source") || text.is("query")).toList();
		GuardrailVerdict verdict = assessor(true).assess(texts, images, this.region);
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
	Answer refusal() {
		return finished(new Answer(Json.array(Json.object().put("text", this.guardrail.blockedMessage(true))),
				INTERVENED, null, new Usage(0, 0, -1, -1), 1, Json.object()));
	}

	/** The answer as it may leave. */
	Answer release(Answer answer, boolean stream) {
		List<GuardedText> texts = texts(answer.content());
		GuardrailVerdict verdict = look(texts);
		note(verdict);
		ArrayNode modelOutput = Json.array();
		texts.forEach((text) -> modelOutput.add(text.text()));
		this.trace.set("modelOutput", modelOutput);
		this.trace.set("outputAssessments", Json.object().set(this.guardrail.id(), Json.array(verdict.assessment())));
		boolean async = stream && this.config.path("streamProcessingMode").asString("").equals("async");
		if (verdict.isBlocked()) {
			ArrayNode content = async ? untilFound(answer.content())
					: Json.array(Json.object().put("text", this.guardrail.blockedMessage(false)));
			return finished(stopped(answer, content));
		}
		// What has left already is not masked any more.
		return finished((verdict.isMasked() && !async) ? stopped(answer, masked(answer.content(), verdict)) : answer);
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

	/** The text up to the end of the part in which the guardrail finds something. */
	private ArrayNode untilFound(ArrayNode content) {
		ArrayNode sent = Json.array();
		for (JsonNode block : content) {
			if (!block.has("text")) {
				sent.add(block);
				continue;
			}
			StringBuilder text = new StringBuilder();
			sent.add(Json.object());
			int tokens = 0;
			for (String token : Tokens.split(block.path("text").asString(""))) {
				text.append(token);
				sent.set(sent.size() - 1, Json.object().put("text", text.toString()));
				if (++tokens % ASYNC_TOKENS == 0 && isBlockedSoFar(sent)) {
					return sent;
				}
			}
			if (isBlockedSoFar(sent)) {
				return sent;
			}
		}
		return sent;
	}

	private boolean isBlockedSoFar(ArrayNode sent) {
		// Grounding is a matter of the whole answer.
		return assessor(false).assess(texts(sent), 0, this.region).isBlocked();
	}

	private GuardrailVerdict look(List<GuardedText> texts) {
		List<GuardedText> shown = new ArrayList<>(texts);
		this.references.forEach((text) -> shown.add(text.asReference()));
		return assessor(false).assess(shown, 0, this.region);
	}

	private GuardrailAssessor assessor(boolean input) {
		return new GuardrailAssessor(this.guardrail, input,
				this.config.path("trace").asString("").equals("enabled_full"));
	}

	private Answer finished(Answer answer) {
		ObjectNode extras = answer.extras().deepCopy();
		if (this.config.path("trace").asString("").startsWith("enabled")) {
			this.trace.put("actionReason", this.strongest.reason());
			extras.set("trace", Json.object().set("guardrail", this.trace));
		}
		return new Answer(answer.content(), answer.stopReason(), answer.stopSequence(), answer.usage(),
				answer.latencyMs(), extras);
	}

	private static Answer stopped(Answer answer, ArrayNode content) {
		return new Answer(content, INTERVENED, null, answer.usage(), answer.latencyMs(), answer.extras());
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

	private static void addText(JsonNode block, List<ObjectNode> blocks) {
		if (block instanceof ObjectNode text && text.path("text").isString()) {
			blocks.add(text);
		}
	}

}
