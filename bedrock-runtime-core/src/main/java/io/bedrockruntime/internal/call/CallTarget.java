package io.bedrockruntime.internal.call;

import java.net.URI;
import java.util.function.Supplier;

import io.bedrockruntime.internal.signing.RequestSigner;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.settings.FailoverTarget;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Target that requests are sent to.
 *
 * @param number 0 for the client's own target, from 1 on the position in the list of
 * failover targets
 * @param region the region
 * @param endpoint the endpoint
 * @param client supplies the HTTP client that signs and sends requests, created on first
 * use
 * @param signer signs requests
 * @param failover settings of a failover target, or {@code null} for the client's own
 * target
 */
public record CallTarget(int number, String region, URI endpoint, Supplier<WebClient> client, RequestSigner signer,
		@Nullable FailoverTarget failover) {

	public WebClient webClient() {
		return this.client.get();
	}

	/**
	 * Describe this target for one request.
	 * @param requested the model that the request names, or {@code null} if it has none
	 */
	ResponseMetadata.Target describe(@Nullable String requested) {
		String instead = (this.failover != null) ? this.failover.modelId() : null;
		return new ResponseMetadata.Target(this.region, (requested != null && instead != null) ? instead : requested,
				this.number);
	}

	/**
	 * Return the same target without spans and metrics of its HTTP requests.
	 */
	CallTarget unobserved() {
		return new CallTarget(this.number, this.region, this.endpoint,
				SingletonSupplier.of(() -> webClient().mutate().observationRegistry(ObservationRegistry.NOOP).build()),
				this.signer, this.failover);
	}

	boolean isFor(@Nullable String requested) {
		FailoverTarget target = this.failover;
		if (target == null) {
			return true;
		}
		if (requested == null) {
			return target.models().equals(FailoverTarget.ANY_MODEL)
					&& (target.region() != null || target.endpoint() != null);
		}
		return PatternMatchUtils.simpleMatch(target.models(), requested);
	}

}
