package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

import org.springframework.util.StringUtils;

/**
 * Distinguishes a misspelled region from one that is newer than this version. A name that
 * consists of words of known regions, or that is similar to none of them, may be a new
 * region.
 */
public final class RegionValidator {

	private static final Log logger = LogFactory.getLog(RegionValidator.class);

	private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)+-\\d+");

	private static final int MAX_DISTANCE = 2;

	private static final Set<String> KNOWN = Region.regions()
		.stream()
		.map(Region::id)
		.filter((id) -> FORM.matcher(id).matches())
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> WORDS = KNOWN.stream()
		.flatMap(RegionValidator::words)
		.collect(Collectors.toUnmodifiableSet());

	private RegionValidator() {
	}

	/**
	 * Reject a misspelled region that a property of this client contains. For other
	 * sources, and if an endpoint is set, only log a warning: the region may be a new
	 * one, and calls are sent to the endpoint in any case.
	 * @param region the region
	 * @param endpoint the endpoint that is called
	 */
	public static void check(SourcedSetting region, ClientEndpoint endpoint) {
		String similar = similarTo(region.value());
		if (similar == null) {
			return;
		}
		if (region.property() != null && endpoint.setting() == null) {
			throw region.failure("is '%s', but AWS has no such region".formatted(region.value()),
					"Set it to '%s' if you mean that. If it is a new AWS region, set '%s' to its endpoint as well."
						.formatted(similar, EndpointResolver.PROPERTY));
		}
		logger.warn("%s is '%s', which is not an AWS region that this version knows. If you mean '%s', calls fail."
			.formatted(StringUtils.capitalize(region.source()), region.value(), similar));
	}

	/**
	 * Return the known region that is similar to a misspelled one.
	 * @return the region, or {@code null} if the name is valid or may be a new region
	 */
	public static @Nullable String similarTo(String name) {
		if (KNOWN.contains(name) || mayBeNew(name)) {
			return null;
		}
		return KNOWN.stream()
			.filter((known) -> distance(name, known) <= MAX_DISTANCE)
			.min(Comparator.<String>comparingInt((known) -> distance(name, known)).thenComparing((known) -> known))
			.orElse(null);
	}

	private static boolean mayBeNew(String name) {
		if (!FORM.matcher(name).matches()) {
			return false;
		}
		String area = name.substring(0, name.indexOf('-'));
		boolean newArea = area.length() == 2 && !WORDS.contains(new StringBuilder(area).reverse().toString());
		return (WORDS.contains(area) || newArea) && words(name).skip(1).allMatch(WORDS::contains);
	}

	private static Stream<String> words(String region) {
		return Arrays.stream(region.split("-")).filter((word) -> !Character.isDigit(word.charAt(0)));
	}

	/**
	 * Return the number of missing, additional, wrong or transposed characters.
	 */
	private static int distance(String one, String other) {
		int[][] distances = new int[one.length() + 1][other.length() + 1];
		for (int i = 0; i <= one.length(); i++) {
			for (int j = 0; j <= other.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : step(one, other, i, j, distances);
			}
		}
		return distances[one.length()][other.length()];
	}

	private static int step(String one, String other, int i, int j, int[][] distances) {
		boolean same = one.charAt(i - 1) == other.charAt(j - 1);
		int distance = Math.min(distances[i - 1][j - 1] + (same ? 0 : 1),
				Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
		boolean exchanged = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
				&& one.charAt(i - 2) == other.charAt(j - 1);
		return exchanged ? Math.min(distance, distances[i - 2][j - 2] + 1) : distance;
	}

}
