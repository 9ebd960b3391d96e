package io.bedrockruntime.emulator.internal.format;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.bedrockruntime.emulator.internal.guardrail.ConverseGuardrail;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailVerdict;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The guardrail that the headers of an InvokeModel request name. It looks at what
 * Converse would look at, and tells of it in the model's own body.
 */
public final class InvokeModelGuardrail {

	static final String CONFIG = "amazon-bedrock-guardrailConfig";

	private static final String ACTION = "amazon-bedrock-guardrailAction";

	private static final String TRACE = "amazon-bedrock-trace";

	private static final List<String> MODES = List.of("SYNCHRONOUS", "ASYNCHRONOUS");

	private final ConverseGuardrail guardrail;

	private final boolean stream;

	/** How many tokens at the end of the answer the guardrail had a hand in. */
	private int touched = Integer.MAX_VALUE;

	private @Nullable ObjectNode trace;

	private InvokeModelGuardrail(ConverseGuardrail guardrail, boolean stream) {
		this.guardrail = guardrail;
		this.stream = stream;
	}

	/** Find the guardrail of a request, or null when it names none. */
	public static @Nullable InvokeModelGuardrail of(RecordedRequest request, ObjectNode body, boolean stream,
			GuardrailRegistry guardrails) {
		String identifier = header(request, "X-Amzn-Bedrock-GuardrailIdentifier");
		String version = header(request, "X-Amzn-Bedrock-GuardrailVersion");
		if (identifier.isEmpty() != version.isEmpty()) {
			throw ServiceErrorException
				.validation("A guardrail is named by its identifier and its version, and the request has "
						+ (version.isEmpty() ? "no guardrailVersion." : "no guardrailIdentifier."));
		}
		if (identifier.isEmpty()) {
			if (body.has(CONFIG)) {
				throw ServiceErrorException
					.validation("The body has " + CONFIG + ", but the request names no guardrail.");
			}
			return null;
		}
		String contentType = header(request, "Content-Type");
		if (!contentType.isEmpty() && !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
			throw ServiceErrorException.validation("A guardrail looks at bodies of application/json only.");
		}
		JsonNode mode = body.path(CONFIG).path("streamProcessingMode");
		if (mode.isString() && !MODES.contains(mode.asString(""))) {
			throw ServiceErrorException
				.validation("The streamProcessingMode of " + CONFIG + " is none of " + MODES + ".");
		}
		ObjectNode config = Json.object()
			.put("guardrailIdentifier", identifier)
			.put("guardrailVersion", version)
			.put("trace", header(request, "X-Amzn-Bedrock-Trace").toLowerCase(Locale.ROOT))
			.put("streamProcessingMode", mode.asString("").equals("ASYNCHRONOUS") ? "async" : "sync");
		return new InvokeModelGuardrail(ConverseGuardrail.ofInvokeModel(config, guardrails), stream);
	}

	private static String header(RecordedRequest request, String name) {
		String value = request.header(name);
		return (value == null) ? "" : value.strip();
	}

	/** Let a model answer what may be asked, and pass on what may be answered. */
	public Completion guard(ObjectNode conversation, Function<ObjectNode, Completion> model) {
		ObjectNode admitted = this.guardrail.admit(conversation);
		if (admitted == null) {
			return told(this.guardrail.refusal());
		}
		Completion answer = model.apply(admitted);
		boolean inputMasked = this.guardrail.strongest() != GuardrailVerdict.Action.NONE;
		Completion released = this.guardrail.release(answer, this.stream);
		String text = released.text();
		if (!inputMasked) {
			this.touched = Tokens.count(text.substring(commonPrefix(answer.text(), text)));
		}
		if (this.guardrail.strongest() != GuardrailVerdict.Action.BLOCKED) {
			// What is only masked ends for the reason that the model had.
			released = new Completion(released.content(), answer.stopReason(), answer.stopSequence(), released.usage(),
					released.latencyMs(), released.extras());
		}
		return told(released);
	}

	/** Add to the body of a response what the guardrail did. */
	public void tell(ObjectNode body) {
		body.put(ACTION, action());
		if (this.trace != null) {
			body.set(TRACE, Json.object().set("guardrail", this.trace));
		}
	}

	/** Add it to a stream: every chunk says whether it was touched, the last one why. */
	public void tell(List<InvokeModelFormat.Chunk> chunks) {
		int left = chunks.stream().mapToInt(InvokeModelFormat.Chunk::tokens).sum();
		for (InvokeModelFormat.Chunk chunk : chunks) {
			chunk.json().put(ACTION, (left <= this.touched) ? action() : "NONE");
			left -= chunk.tokens();
		}
		tell(chunks.get(chunks.size() - 1).json());
	}

	private String action() {
		return (this.guardrail.strongest() == GuardrailVerdict.Action.NONE) ? "NONE" : "INTERVENED";
	}

	/** Take the trace out of the answer, and give it the names that it has here. */
	private Completion told(Completion answer) {
		ObjectNode extras = answer.extras().deepCopy();
		JsonNode known = extras.path("trace").path("guardrail");
		extras.remove("trace");
		if (known instanceof ObjectNode converse) {
			ObjectNode told = converse.deepCopy();
			JsonNode input = told.remove("inputAssessment");
			JsonNode outputs = told.remove("outputAssessments");
			if (input != null) {
				told.set("input", input);
			}
			if (outputs != null) {
				ArrayNode list = Json.array();
				outputs.properties()
					.forEach((entry) -> entry.getValue()
						.values()
						.forEach((assessment) -> list.add(Json.object().set(entry.getKey(), assessment))));
				told.set("outputs", list);
			}
			this.trace = told;
		}
		return new Completion(answer.content(), answer.stopReason(), answer.stopSequence(), answer.usage(),
				answer.latencyMs(), extras);
	}

	private static int commonPrefix(String one, String other) {
		int most = Math.min(one.length(), other.length());
		int same = 0;
		while (same < most && one.charAt(same) == other.charAt(same)) {
			same++;
		}
		return same;
	}

}
