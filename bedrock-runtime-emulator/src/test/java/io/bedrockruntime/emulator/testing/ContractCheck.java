package io.bedrockruntime.emulator.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.internal.support.Json;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Validates each successful response that an AWS SDK client receives against the service
 * model, more strictly than the SDK does: unknown members and values fail.
 */
public final class ContractCheck implements ExecutionInterceptor {

	private static final JsonNode ROOT = load();

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		return context.responseBody().map((body) -> {
			byte[] content = read(body);
			if (context.httpResponse().isSuccessful() && !isModelBody(attributes)) {
				String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
				String output = ROOT.path("operations").path(operation).path("output").asString("");
				assertThat(violations(output, Json.read(content))).as(operation).isEmpty();
			}
			return new ByteArrayInputStream(content);
		});
	}

	private static boolean isModelBody(ExecutionAttributes attributes) {
		return "InvokeModel".equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
	}

	public static List<String> violations(String shape, JsonNode value) {
		List<String> violations = new ArrayList<>();
		structure(shape, value, shape, violations);
		return violations;
	}

	private static void structure(String name, JsonNode value, String path, List<String> violations) {
		JsonNode shape = ROOT.path("shapes").path(name);
		if (!value.isObject()) {
			violations.add(path + " is not a structure");
			return;
		}
		if (shape.path("kind").asString("").equals("union") && value.size() != 1) {
			violations.add(path + " has not one member");
		}
		for (JsonNode required : shape.path("required")) {
			if (!value.hasNonNull(required.asString(""))) {
				violations.add(path + " lacks " + required.asString(""));
			}
		}
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			JsonNode member = shape.path("members").path(entry.getKey());
			if (member.isMissingNode() || entry.getValue().isNull()) {
				violations.add(path + " has no member " + entry.getKey() + " or it is null");
			}
			else {
				value(member, entry.getValue(), path + "." + entry.getKey(), violations);
			}
		}
	}

	private static void value(JsonNode type, JsonNode value, String path, List<String> violations) {
		String name = type.path("type").asString("");
		if (ROOT.path("shapes").has(name)) {
			structure(name, value, path, violations);
			return;
		}
		boolean fits = switch (name) {
			case "list" -> value.isArray();
			case "map" -> value.isObject();
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "integer", "long" -> value.isIntegralNumber();
			case "float", "double" -> value.isNumber();
			case "timestamp(date-time)" -> Instant.parse(value.asString("")) != null;
			case "blob" -> Base64.getDecoder().decode(value.asString("")) != null;
			default -> name.equals("document");
		};
		if (!fits) {
			violations.add(path + " is not of type " + name);
		}
		if (name.equals("list") || name.equals("map")) {
			value.values().forEach((element) -> value(type.path("of"), element, path + "[]", violations));
		}
		String enumeration = type.path("enum").asString("");
		if (!enumeration.isEmpty() && ROOT.path("enums")
			.path(enumeration)
			.valueStream()
			.noneMatch((known) -> known.asString("").equals(value.asString("")))) {
			violations.add(path + " has a value that " + enumeration + " does not");
		}
	}

	private static byte[] read(InputStream body) {
		try (body) {
			return body.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode load() {
		return Json.read(read(ServiceModel.class.getResourceAsStream("bedrock-runtime-api.json")));
	}

}
