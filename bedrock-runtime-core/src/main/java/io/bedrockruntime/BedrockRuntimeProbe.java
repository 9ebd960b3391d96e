package io.bedrockruntime;

import java.net.URI;

import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.internal.call.CallExecutor;
import io.bedrockruntime.internal.call.ConnectProbeBody;
import io.bedrockruntime.internal.exception.TransportExceptionTranslator;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What tells whether a client is able to work, without inference. Nothing here is
 * observed or counted as a call, sent again, or sent to where the client fails over to.
 *
 * @since 0.1.0
 * @see ReactiveBedrockRuntimeTemplate#probe()
 * @see ReactiveBedrockRuntimeTemplate#resolveIdentity()
 */
public final class BedrockRuntimeProbe {

	private final CallExecutor executor;

	BedrockRuntimeProbe(CallExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Return the client's own region.
	 * @return the region, such as {@code eu-central-1}
	 */
	public String region() {
		return this.executor.first().region();
	}

	/**
	 * Return the client's own endpoint.
	 * @return the endpoint, an http or https URL
	 */
	public URI endpoint() {
		return this.executor.first().endpoint();
	}

	/**
	 * Return how the client's own calls ended of late.
	 * @return the outcomes at this moment
	 */
	public CallOutcomes outcomes() {
		return this.executor.outcomes();
	}

	/**
	 * Connect to the endpoint, by TLS if that has it and through the proxy if there is
	 * one, and disconnect without having sent a request. Without TLS, a proxy that takes
	 * the connection is all that is checked.
	 * @param connector makes the connection, such as a connector over
	 * {@link HttpClientResources#probeClient()}, which does so anew each time, where one
	 * over a pool may give a connection that it has
	 * @return completes when there is a connection; fails as a call does that has none,
	 * with a {@code ConnectTimeoutException} or {@code ConnectionFailedException}
	 */
	public Mono<Void> connect(ClientHttpConnector connector) {
		WebClient webClient = WebClient.builder().clientConnector(connector).build();
		return Mono.defer(() -> {
			ConnectProbeBody handshake = new ConnectProbeBody();
			Mono<Void> exchange = webClient.post()
				.uri(endpoint())
				.body(handshake)
				.exchangeToMono(ClientResponse::releaseBody)
				.onErrorMap((ex) -> TransportExceptionTranslator.beforeAnswer("Connect", ex));
			// The exchange is cancelled once there is a connection, which closes that.
			return Mono.firstWithSignal(handshake.over(), exchange);
		});
	}

	/**
	 * Return the client's operations over its own connections and with its own identity,
	 * for the few that cost nothing, such as {@code ListAsyncInvokes} or
	 * {@code CountTokens}.
	 * @return the operations
	 */
	public ReactiveBedrockRuntimeOperations operations() {
		return new ReactiveBedrockRuntimeTemplate(this.executor.forProbes(), () -> {
		});
	}

}
