package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

/**
 * What providers of a region have answered, so that each is asked once for all clients of
 * an application. Without instance metadata to be had, it takes seconds to find that out.
 */
public class RegionCache {

	private final Map<Object, Answer> answers = new HashMap<>();

	/**
	 * Return what a provider answers, or has answered.
	 * @param key what is equal for providers that give the same answer
	 * @param provider the provider
	 * @throws SdkException if there is no region
	 */
	synchronized @Nullable Region of(Object key, AwsRegionProvider provider) {
		Answer answer = this.answers.computeIfAbsent(key, (absent) -> Answer.by(provider));
		if (answer.failure() != null) {
			throw answer.failure();
		}
		return answer.region();
	}

	private record Answer(@Nullable Region region, @Nullable SdkException failure) {

		private static Answer by(AwsRegionProvider provider) {
			try {
				return new Answer(provider.getRegion(), null);
			}
			catch (SdkException ex) {
				return new Answer(null, ex);
			}
		}

	}

}
