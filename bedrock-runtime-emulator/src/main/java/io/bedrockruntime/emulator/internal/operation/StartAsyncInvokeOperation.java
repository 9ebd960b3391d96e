package io.bedrockruntime.emulator.internal.operation;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.async.AsyncInvocation;
import io.bedrockruntime.emulator.internal.async.AsyncInvocations;
import io.bedrockruntime.emulator.internal.async.AsyncOutput;
import io.bedrockruntime.emulator.internal.format.InvokeModelFormat;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.model.Conversation;
import io.bedrockruntime.emulator.internal.model.EmulatedModel;
import io.bedrockruntime.emulator.internal.service.EmulatedAccount;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.script.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handler of StartAsyncInvoke. The service uses it for videos and embeddings; the
 * emulator writes the completion of its emulated model for the input.
 */
public final class StartAsyncInvokeOperation implements OperationHandler {

	private static final Pattern TOKEN = Pattern.compile("[!-~]{1,256}");

	private final EmulatorSettings settings;

	private final RequestValidator validator;

	private final EmulatedModel model;

	private final AsyncInvocations invocations;

	public StartAsyncInvokeOperation(EmulatorSettings settings, RequestValidator validator, EmulatedModel model,
			AsyncInvocations invocations) {
		this.settings = settings;
		this.validator = validator;
		this.model = model;
		this.invocations = invocations;
	}

	@Override
	public boolean takes(Reply reply) {
		return reply instanceof Reply.Json || reply instanceof Reply.Text || reply instanceof Reply.AsyncFailure;
	}

	@Override
	public WireResponse handle(OperationCall call) {
		return start(call, null);
	}

	@Override
	public WireResponse reply(OperationCall call, Reply reply) {
		return (reply instanceof Reply.Json) ? OperationHandler.super.reply(call, reply) : start(call, reply);
	}

	private WireResponse start(OperationCall call, @Nullable Reply reply) {
		ObjectNode request = this.validator.validate(call.operation().input(), call.request().body());
		ModelId modelId = ModelId.parse(request.path("modelId").asString(""));
		JsonNode destination = request.path("outputDataConfig");
		if (!AsyncOutput.isValid(destination.path("s3OutputDataConfig").path("s3Uri").asString(""))) {
			throw ServiceErrorException.validation("The provided S3 URI is invalid.");
		}
		String token = request.path("clientRequestToken").isString() ? request.path("clientRequestToken").asString("")
				: null;
		if (token != null && !TOKEN.matcher(token).matches()) {
			throw ServiceErrorException
				.validation("1 validation error detected: Value at 'clientRequestToken' failed to satisfy "
						+ "constraint: Member must satisfy regular expression pattern: [!-~]*");
		}
		String hash = Sha256.hex(Json.sortedBytes(request));
		AsyncInvocation invocation = this.invocations.start(token, hash,
				(id) -> invocation(id, modelId, hash, token, request, reply));
		return WireResponse.unary(200, List.of(OperationResponses.JSON),
				Json.bytes(Json.object().put("invocationArn", invocation.arn())));
	}

	private AsyncInvocation invocation(String id, ModelId modelId, String hash, @Nullable String token,
			JsonNode request, @Nullable Reply reply) {
		String arn = "arn:aws:bedrock:" + this.settings.region() + ":";
		String modelArn = modelId.value().startsWith("arn:") ? modelId.value()
				: arn + ":foundation-model/" + modelId.value();
		JsonNode input = request.path("modelInput");
		Instant now = this.settings.clock().instant();
		return new AsyncInvocation(id, arn + EmulatedAccount.ID + ":async-invoke/" + id, modelArn, hash, token,
				request.path("outputDataConfig"), output(modelId, input, reply), AsyncInvocation.Status.IN_PROGRESS,
				failure(input, reply), now, now.plus(this.settings.async().duration()));
	}

	private static @Nullable String failure(JsonNode input, @Nullable Reply reply) {
		if (reply instanceof Reply.AsyncFailure scripted) {
			return scripted.message();
		}
		return (reply == null && (!input.isObject() || input.isEmpty())) ? "The model input contains no text." : null;
	}

	private JsonNode output(ModelId modelId, JsonNode input, @Nullable Reply reply) {
		StringBuilder prompt = new StringBuilder();
		strings(input, prompt);
		String text = prompt.isEmpty() ? "nothing" : prompt.toString();
		ObjectNode request = InvokeModelFormat.singleTurn(text, Json.object().path("none"), Json.object().path("none"));
		Conversation conversation = new Conversation(modelId, request);
		Completion completion = (reply instanceof Reply.Text scripted) ? this.model.complete(conversation, scripted)
				: this.model.complete(conversation);
		ObjectNode output = Json.object().put("modelId", modelId.value()).put("text", completion.text());
		return output.set("usage", completion.usage().toJson());
	}

	/** Collect all strings of a model input, except media. */
	private static void strings(JsonNode node, StringBuilder prompt) {
		if (node.isString() && !node.asString("").isBlank()) {
			prompt.append(prompt.isEmpty() ? "" : " ").append(node.asString(""));
		}
		node.properties().forEach((entry) -> {
			if (!entry.getKey().equals("bytes") && !entry.getKey().equals("base64String")) {
				strings(entry.getValue(), prompt);
			}
		});
		if (node.isArray()) {
			node.values().forEach((element) -> strings(element, prompt));
		}
	}

}
