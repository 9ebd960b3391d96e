package io.bedrockruntime.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Path of an operation with labels in braces, such as {@code /model/{modelId}/converse}.
 *
 * @param <I> the type of request
 * @param template the path with its labels in braces
 * @param literals the parts of the path before, between and behind the labels
 * @param labels the members bound to the labels, in the order of the path
 */
record PathTemplate<I>(String template, List<String> literals, List<Function<I, String>> labels) {

	static <I> PathTemplate<I> of(String template, Map<String, Function<I, String>> members) {
		List<String> literals = new ArrayList<>();
		List<Function<I, String>> labels = new ArrayList<>();
		int position = 0;
		for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', position)) {
			int close = template.indexOf('}', open);
			Function<I, String> member = members.get(template.substring(open + 1, close));
			Assert.state(member != null, () -> "A label of " + template + " is bound to no member");
			literals.add(template.substring(position, open));
			labels.add(member);
			position = close + 1;
		}
		literals.add(template.substring(position));
		Assert.state(labels.size() == members.size(), () -> "A member is bound to no label of " + template);
		return new PathTemplate<>(template, List.copyOf(literals), List.copyOf(labels));
	}

	/**
	 * Return the path for a request.
	 */
	String path(I request) {
		if (this.labels.isEmpty()) {
			return this.template;
		}
		StringBuilder path = new StringBuilder(this.literals.get(0));
		for (int i = 0; i < this.labels.size(); i++) {
			path.append(encode(this.labels.get(i).apply(request))).append(this.literals.get(i + 1));
		}
		return path.toString();
	}

	/**
	 * Encode a label as AWS does: all but letters, digits and {@code -_.~}, so that an
	 * ARN with its colons and slashes stays one segment.
	 */
	static String encode(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

}
