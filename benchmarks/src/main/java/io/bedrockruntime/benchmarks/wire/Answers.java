package io.bedrockruntime.benchmarks.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The answers by path, each made when it is first asked for.
 */
final class Answers {

	private static final String BEFORE_MODEL = "/model/";

	private final Map<String, Answer> byPath = new ConcurrentHashMap<>();

	private final Function<Model, Answer> maker;

	/**
	 * Create answers.
	 * @param maker makes the bytes
	 */
	Answers(Function<Model, Answer> maker) {
		this.maker = maker;
	}

	/**
	 * Return what a request to a path is answered with.
	 */
	Answer forPath(String path) {
		Answer answer = this.byPath.get(path);
		return (answer != null) ? answer : this.byPath.computeIfAbsent(path, this::make);
	}

	private Answer make(String path) {
		int end = path.indexOf('/', BEFORE_MODEL.length());
		if (!path.startsWith(BEFORE_MODEL) || end < 0) {
			throw new IllegalArgumentException("Not a path of this server: " + path);
		}
		return this.maker.apply(Model.parse(path.substring(BEFORE_MODEL.length(), end)));
	}

}
