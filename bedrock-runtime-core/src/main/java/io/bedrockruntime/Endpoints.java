package io.bedrockruntime;

import java.net.URI;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where the service is.
 */
final class Endpoints {

	private Endpoints() {
	}

	/**
	 * Return the endpoint of a region, also of one that this version does not know.
	 */
	static URI ofRegion(String region) {
		if (!region.matches("[A-Za-z0-9-]+")) {
			throw new IllegalArgumentException("Region '" + region + "' is no name of a region");
		}
		String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
		return URI.create("https://bedrock-runtime." + region + "." + suffix);
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
