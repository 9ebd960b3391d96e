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
 * Guardrail that the headers of an InvokeModel request name. It assesses the same content
 * as for Converse, and reports in the model's native body.
 */
public final class InvokeModelGuardrail {

	static final String CONFIG = "amazon-bedrock-guardrailConfig";

	private static final String ACTION = "amazon-bedrock-guardrailAction";

	private static final String TRACE = "amazon-bedrock-trace";

	private static final List<String> MODES = List.of("SYNCHRONOUS", "ASYNCHRONOUS");

	private final ConverseGuardrail guardrail;

	private final boolean stream;

	/** Number of tokens at the end of the completion that the guardrail changed. */
	private int touched = Integer.MAX_VALUE;

	private @Nullable ObjectNode trace;

	private InvokeModelGuardrail(ConverseGuardrail guardrail, boolean stream) {
		this.guardrail = guardrail;
		this.stream = stream;
	}

	/** Return the guardrail of a request, or null if the request does not name one. */
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
					.validation("The body has " + CONFIG + ", but the request does not name a guardrail.");
			}
			return null;
		}
		String contentType = header(request, "Content-Type");
		if (!contentType.isEmpty() && !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
			throw ServiceErrorException.validation("A guardrail supports only application/json bodies.");
		}
		JsonNode mode = body.path(CONFIG).path("streamProcessingMode");
		if (mode.isString() && !MODES.contains(mode.asString(""))) {
			throw ServiceErrorException
				.validation("The streamProcessingMode of " + CONFIG + " is not one of " + MODES + ".");
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

	/**
	 * Pass the admitted request to the model, and return the part of its completion that
	 * may be released.
	 */
	public Completion guard(ObjectNode conversation, Function<ObjectNode, Completion> model) {
		ObjectNode admitted = this.guardrail.admit(conversation);
		if (admitted == null) {
			return withoutTrace(this.guardrail.refusal());
		}
		Completion completion = model.apply(admitted);
		boolean inputMasked = this.guardrail.strongest() != GuardrailVerdict.Action.NONE;
		Completion released = this.guardrail.release(completion, this.stream);
		String text = released.text();
		if (!inputMasked) {
			this.touched = Tokens.count(text.substring(commonPrefix(completion.text(), text)));
		}
		if (this.guardrail.strongest() != GuardrailVerdict.Action.BLOCKED) {
			// Masking does not change the model's stop reason.
			released = new Completion(released.content(), completion.stopReason(), completion.stopSequence(),
					released.usage(), released.latencyMs(), released.extras());
		}
		return withoutTrace(released);
	}

	/** Add the guardrail's action and trace to the body of a response. */
	public void addTo(ObjectNode body) {
		body.put(ACTION, action());
		if (this.trace != null) {
			body.set(TRACE, Json.object().set("guardrail", this.trace));
		}
	}

	/**
	 * Add the guardrail's action to each chunk of a stream, and its trace to the last
	 * chunk.
	 */
	public void addTo(List<InvokeModelFormat.Chunk> chunks) {
		int left = chunks.stream().mapToInt(InvokeModelFormat.Chunk::tokens).sum();
		for (InvokeModelFormat.Chunk chunk : chunks) {
			chunk.json().put(ACTION, (left <= this.touched) ? action() : "NONE");
			left -= chunk.tokens();
		}
		addTo(chunks.get(chunks.size() - 1).json());
	}

	private String action() {
		return (this.guardrail.strongest() == GuardrailVerdict.Action.NONE) ? "NONE" : "INTERVENED";
	}

	/**
	 * Remove the trace from the completion, and convert it to its names in InvokeModel.
	 */
	private Completion withoutTrace(Completion completion) {
		ObjectNode extras = completion.extras().deepCopy();
		JsonNode known = extras.path("trace").path("guardrail");
		extras.remove("trace");
		if (known instanceof ObjectNode converse) {
			ObjectNode converted = converse.deepCopy();
			JsonNode input = converted.remove("inputAssessment");
			JsonNode outputs = converted.remove("outputAssessments");
			if (input != null) {
				converted.set("input", input);
			}
			if (outputs != null) {
				ArrayNode list = Json.array();
				outputs.properties()
					.forEach((entry) -> entry.getValue()
						.values()
						.forEach((assessment) -> list.add(Json.object().set(entry.getKey(), assessment))));
				converted.set("outputs", list);
			}
			this.trace = converted;
		}
		return new Completion(completion.content(), completion.stopReason(), completion.stopSequence(),
				completion.usage(), completion.latencyMs(), extras);
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
