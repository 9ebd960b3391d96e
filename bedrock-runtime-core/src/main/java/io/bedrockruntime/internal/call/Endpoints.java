package io.bedrockruntime.internal.call;

import java.net.URI;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Endpoints of the service, resolved from a region or configured.
 */
public final class Endpoints {

	private static final String GLOBAL = "-global";

	/**
	 * Pattern of the regions in the partition {@code aws}, copied from its metadata. It
	 * covers most regions and avoids loading the metadata, which is slow.
	 */
	private static final Pattern USUAL = Pattern.compile("(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+");

	private static final String USUAL_SUFFIX = "amazonaws.com";

	private Endpoints() {
	}

	/**
	 * Return the endpoint of a region, which this version need not know.
	 */
	static URI ofRegion(String region, boolean fips, boolean dualstack) {
		requireName(region);
		boolean usual = !fips && !dualstack && USUAL.matcher(region).matches();
		return URI.create("https://bedrock-runtime%s.%s.%s".formatted(fips ? "-fips" : "", region,
				usual ? USUAL_SUFFIX : suffix(partition(region), fips, dualstack)));
	}

	private static void requireName(String region) {
		if (!region.matches("[A-Za-z0-9-]+")) {
			throw new IllegalArgumentException("'" + region + "' is not a valid region name");
		}
	}

	private static PartitionMetadata partition(String region) {
		Region known = Region.of(region);
		// AWS's metadata has no partition for regions such as 'aws-global'.
		boolean global = region.endsWith(GLOBAL) && Region.regions().contains(known);
		return global ? PartitionMetadata.of(region.substring(0, region.length() - GLOBAL.length()))
				: PartitionMetadata.of(known);
	}

	private static String suffix(PartitionMetadata partition, boolean fips, boolean dualstack) {
		PartitionEndpointKey.Builder key = PartitionEndpointKey.builder();
		if (fips && dualstack) {
			key.tags(EndpointTag.FIPS, EndpointTag.DUALSTACK);
		}
		else if (fips || dualstack) {
			key.tags(fips ? EndpointTag.FIPS : EndpointTag.DUALSTACK);
		}
		String suffix;
		try {
			suffix = partition.dnsSuffix(key.build());
		}
		catch (RuntimeException ex) {
			throw unsupported(partition, fips, dualstack, ex);
		}
		if (suffix == null) {
			throw unsupported(partition, fips, dualstack, null);
		}
		return suffix;
	}

	private static IllegalArgumentException unsupported(PartitionMetadata partition, boolean fips, boolean dualstack,
			@Nullable RuntimeException cause) {
		String what = (fips && dualstack) ? "FIPS with dual stack" : (fips ? "FIPS" : "dual stack");
		return new IllegalArgumentException("Partition '" + partition.id() + "' has no endpoints for " + what, cause);
	}

	/**
	 * Return the endpoint to call: a custom one, or the endpoint of the region.
	 */
	public static URI resolve(String region, @Nullable URI custom, boolean fips, boolean dualstack) {
		if (custom == null) {
			return ofRegion(region, fips, dualstack);
		}
		requireName(region);
		// The URL itself decides whether a custom endpoint is of this kind.
		if (fips) {
			throw new IllegalStateException("FIPS and a custom endpoint exclude each other");
		}
		if (dualstack) {
			throw new IllegalStateException("Dual stack and a custom endpoint exclude each other");
		}
		return custom(custom);
	}

	/**
	 * Check a custom endpoint.
	 * @return the endpoint without a slash at its end
	 */
	static URI custom(URI endpoint) {
		String scheme = endpoint.getScheme();
		boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
		if (!http || endpoint.getHost() == null || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null
				|| endpoint.getRawUserInfo() != null) {
			throw new IllegalArgumentException(
					"Endpoint must be an http or https URL with a host and without user, query and fragment");
		}
		String url = endpoint.toString();
		return url.endsWith("/") ? URI.create(url.substring(0, url.length() - 1)) : endpoint;
	}

}
