package io.bedrockruntime.internal.signing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells from a fault of AWS's providers which of AWS's modules they lack.
 */
final class MissingModules {

	private static final Pattern MODULE = Pattern.compile("'([a-z]+)' service module must be on the class path");

	private static final String NO_HTTP_CLIENT = "Unable to load an HTTP implementation";

	private static final int MAX_CAUSES = 20;

	private MissingModules() {
	}

	/**
	 * Return what to add to the class path, as the end of a sentence.
	 * @param fault the fault
	 * @return the advice, empty if nothing is known to be missing
	 */
	static String advice(Throwable fault) {
		Set<String> coordinates = new TreeSet<>();
		Throwable cause = fault;
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
		// A module that needs an HTTP client does not bring one that is wanted here.
		if (!coordinates.isEmpty() || message.contains(NO_HTTP_CLIENT)) {
			coordinates.add("software.amazon.awssdk:url-connection-client");
		}
	}

}
