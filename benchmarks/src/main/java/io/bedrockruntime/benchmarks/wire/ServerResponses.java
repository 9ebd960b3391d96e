package io.bedrockruntime.benchmarks.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Cache of the responses by path. Each is created for the first request to its path.
 */
final class ServerResponses {

	private static final String BEFORE_MODEL = "/model/";

	private final Map<String, ServerResponse> byPath = new ConcurrentHashMap<>();

	private final Function<ResponseSpec, ServerResponse> maker;

	/**
	 * Create a cache.
	 * @param maker creates the response for a specification
	 */
	ServerResponses(Function<ResponseSpec, ServerResponse> maker) {
		this.maker = maker;
	}

	/**
	 * Return the response to a request with the given path.
	 */
	ServerResponse forPath(String path) {
		ServerResponse response = this.byPath.get(path);
		return (response != null) ? response : this.byPath.computeIfAbsent(path, this::make);
	}

	private ServerResponse make(String path) {
		int end = path.indexOf('/', BEFORE_MODEL.length());
		if (!path.startsWith(BEFORE_MODEL) || end < 0) {
			throw new IllegalArgumentException("Not a path of this server: " + path);
		}
		return this.maker.apply(ResponseSpec.parse(path.substring(BEFORE_MODEL.length(), end)));
	}

}
