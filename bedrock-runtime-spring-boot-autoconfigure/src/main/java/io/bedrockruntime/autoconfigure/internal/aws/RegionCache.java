package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

/**
 * Cache for the results of region providers, so that each is called once for all clients
 * of an application. Where no instance metadata is available, a call takes seconds.
 */
public class RegionCache {

	private final Map<Object, Result> results = new HashMap<>();

	/**
	 * Return the cached region of a provider, or call it.
	 * @param key a key that is equal for providers that return the same region
	 * @param provider the provider
	 * @throws SdkException if there is no region
	 */
	synchronized @Nullable Region get(Object key, AwsRegionProvider provider) {
		Result result = this.results.computeIfAbsent(key, (absent) -> Result.of(provider));
		if (result.failure() != null) {
			throw result.failure();
		}
		return result.region();
	}

	private record Result(@Nullable Region region, @Nullable SdkException failure) {

		private static Result of(AwsRegionProvider provider) {
			try {
				return new Result(provider.getRegion(), null);
			}
			catch (SdkException ex) {
				return new Result(null, ex);
			}
		}

	}

}
