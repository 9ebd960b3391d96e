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
 * Tells a region that is spelled wrong from one that AWS has added since. A name that is
 * made of the words of known regions, or is far from all of them, may be a new one.
 */
public final class RegionValidator {

	private static final Log logger = LogFactory.getLog(RegionValidator.class);

	private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)+-\\d+");

	private static final int FAR = 3;

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
	 * Refuse a region that is spelled wrong where somebody has typed it for this client.
	 * What other sources say may be newer than what is known here, and with an endpoint
	 * given calls go there in any case: then it is only told.
	 * @param region the region
	 * @param endpoint the endpoint that is called
	 */
	public static void check(SourcedSetting region, ClientEndpoint endpoint) {
		String meant = meantBy(region.value());
		if (meant == null) {
			return;
		}
		if (region.property() != null && endpoint.setting() == null) {
			throw region.failure("is '%s', and AWS has no such region".formatted(region.value()),
					"Set it to '%s', if that is meant. If AWS has added the region since, set '%s' to its endpoint, too."
						.formatted(meant, EndpointResolver.PROPERTY));
		}
		logger.warn("%s is '%s', which is no region of AWS that is known to this version. If '%s' is meant, calls fail."
			.formatted(StringUtils.capitalize(region.source()), region.value(), meant));
	}

	/**
	 * Return the region that is meant by a name that is no region's.
	 * @return the region, or {@code null} if the name is one or may be
	 */
	public static @Nullable String meantBy(String name) {
		if (KNOWN.contains(name) || mayBeNew(name)) {
			return null;
		}
		return KNOWN.stream()
			.filter((known) -> distance(name, known) < FAR)
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
	 * Return how many letters are missing, too many, wrong or exchanged with the next.
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
