package io.bedrockruntime.test.assertj;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.json.BedrockRuntimeJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.web.util.UriUtils;

/**
 * Received call, with accessors for parts of a conversation.
 */
final class ReceivedCall {

	private static final Pattern APPLY_GUARDRAIL = Pattern.compile("/guardrail/([^/]+)/version/([^/]+)/apply");

	private final RecordedRequest request;

	private final JsonNode body;

	ReceivedCall(RecordedRequest request) {
		this.request = request;
		this.body = read(request.body());
	}

	private static JsonNode read(byte[] body) {
		try {
			return (body.length > 0) ? BedrockRuntimeJson.mapper().readTree(body) : MissingNode.getInstance();
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	RecordedRequest request() {
		return this.request;
	}

	JsonNode body() {
		return this.body;
	}

	/** Return the text of the last user message, with blocks joined by line ends. */
	String userText() {
		JsonNode last = MissingNode.getInstance();
		for (JsonNode message : this.body.path("messages")) {
			last = message.path("role").asString("").equals("user") ? message : last;
		}
		JsonNode content = last.path("content");
		// The format of InvokeModel depends on the model, and may have a text here.
		return content.isString() ? content.asString() : text(content);
	}

	String systemText() {
		JsonNode system = this.body.path("system");
		return system.isString() ? system.asString() : text(system);
	}

	private static String text(JsonNode blocks) {
		return blocks.valueStream()
			.map((block) -> block.path("text").isString() ? block.path("text")
					: block.path("guardContent").path("text").path("text"))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.collect(Collectors.joining("\n"));
	}

	List<String> tools() {
		List<String> names = new ArrayList<>();
		for (JsonNode tool : this.body.path("toolConfig").path("tools")) {
			JsonNode name = tool.path("toolSpec").path("name");
			JsonNode systemTool = tool.path("systemTool").path("name");
			if (name.isString() || systemTool.isString()) {
				names.add(name.isString() ? name.asString() : systemTool.asString());
			}
		}
		return names;
	}

	/**
	 * Return the identifier of the guardrail, whose location depends on the operation.
	 */
	@Nullable String guardrailIdentifier() {
		Matcher path = APPLY_GUARDRAIL.matcher(this.request.rawPath());
		return path.matches() ? decoded(path.group(1))
				: guardrail("guardrailIdentifier", "X-Amzn-Bedrock-GuardrailIdentifier");
	}

	@Nullable String guardrailVersion() {
		Matcher path = APPLY_GUARDRAIL.matcher(this.request.rawPath());
		return path.matches() ? decoded(path.group(2))
				: guardrail("guardrailVersion", "X-Amzn-Bedrock-GuardrailVersion");
	}

	private static String decoded(String label) {
		return UriUtils.decode(label, StandardCharsets.UTF_8);
	}

	/** Return the metadata of the request, whose location depends on the operation. */
	JsonNode requestMetadata() {
		JsonNode member = this.body.path("requestMetadata");
		String header = this.request.header("X-Amzn-Bedrock-Request-Metadata");
		return (member.isMissingNode() && header != null) ? BedrockRuntimeJson.mapper().readTree(header) : member;
	}

	private @Nullable String guardrail(String member, String header) {
		JsonNode value = this.body.path("guardrailConfig").path(member);
		return value.isString() ? value.asString() : this.request.header(header);
	}

	@Override
	public String toString() {
		String operation = Objects.requireNonNullElseGet(this.request.operation(),
				() -> this.request.method() + " " + this.request.rawPath());
		String modelId = this.request.modelId();
		return (modelId != null) ? operation + " " + modelId : operation;
	}

}
