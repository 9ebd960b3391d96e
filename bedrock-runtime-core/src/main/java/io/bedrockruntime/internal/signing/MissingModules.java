package io.bedrockruntime.internal.signing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Detects from an exception of an AWS provider which AWS modules are missing.
 */
final class MissingModules {

	private static final Pattern MODULE = Pattern.compile("'([a-z]+)' service module must be on the class path");

	private static final String NO_HTTP_CLIENT = "Unable to load an HTTP implementation";

	private static final int MAX_CAUSES = 20;

	private MissingModules() {
	}

	/**
	 * Return the modules to add to the class path, as the end of a sentence.
	 * @param failure the failure
	 * @return the advice, empty if no missing module was detected
	 */
	static String advice(Throwable failure) {
		Set<String> coordinates = new TreeSet<>();
		Throwable cause = failure;
		for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
			collect(cause.getMessage(), coordinates);
			cause = cause.getCause();
		}
		return coordinates.isEmpty() ? "" : "; add to the class path " + String.join(" and ", coordinates);
	}

	private static void collect(@Nullable String message, Set<String> coordinates) {
		if (message == null) {
			return;
		}
		Matcher matcher = MODULE.matcher(message);
		while (matcher.find()) {
			coordinates.add("software.amazon.awssdk:" + matcher.group(1));
		}
		// A module that needs an HTTP client does not bring a suitable one.
		if (!coordinates.isEmpty() || message.contains(NO_HTTP_CLIENT)) {
			coordinates.add("software.amazon.awssdk:url-connection-client");
		}
	}

}
