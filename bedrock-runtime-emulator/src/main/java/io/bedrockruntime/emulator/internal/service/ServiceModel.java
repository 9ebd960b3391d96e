package io.bedrockruntime.emulator.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;

/**
 * Model of the service: its shapes and operations as data.
 */
public final class ServiceModel {

	public static final String RESOURCE = "bedrock-runtime-api.json";

	/** The operation whose response begins while its request is still being sent. */
	public static final String BIDIRECTIONAL_STREAM = "InvokeModelWithBidirectionalStream";

	private final JsonNode root;

	private ServiceModel(JsonNode root) {
		this.root = root;
	}

	public static ServiceModel load() {
		try (InputStream resource = ServiceModel.class.getResourceAsStream(RESOURCE)) {
			if (resource == null) {
				throw new IllegalStateException("The emulator's jar lacks " + RESOURCE);
			}
			return new ServiceModel(Json.read(resource.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.root.path("operations").properties().forEach((entry) -> {
			JsonNode value = entry.getValue();
			operations.add(new Operation(entry.getKey(), value.path("method").asString(""),
					value.path("path").asString(""), value.path("input").asString("")));
		});
		return operations;
	}

	public boolean hasShape(String name) {
		return this.root.path("shapes").has(name);
	}

	public JsonNode shape(String name) {
		return this.root.path("shapes").path(name);
	}

	public JsonNode enumValues(String name) {
		return this.root.path("enums").path(name);
	}

	/**
	 * An operation of the service.
	 *
	 * @param name AWS's name
	 * @param method the HTTP method
	 * @param path the path with its labels
	 * @param input the name of the request's shape
	 */
	public record Operation(String name, String method, String path, String input) {

	}

}
