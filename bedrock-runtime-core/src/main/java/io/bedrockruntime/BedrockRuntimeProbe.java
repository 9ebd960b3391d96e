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
 * Checks that a client can reach and authenticate with the service, without running
 * inference. Its calls are not observed, not counted in the client's outcomes, not
 * retried, and not sent to failover targets.
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
	 * Return how the client's latest calls ended, without the calls of probes.
	 * @return the outcomes at this moment
	 */
	public CallOutcomes outcomes() {
		return this.executor.outcomes();
	}

	/**
	 * Connect to the endpoint, with TLS for an https URL and through the proxy if one is
	 * configured, and disconnect without sending a request. With a proxy and without TLS,
	 * this checks only that the proxy accepts the connection.
	 * @param connector makes the connection, such as a connector over
	 * {@link HttpClientResources#probeClient()}, which makes a new connection each time.
	 * A connector over a pool may reuse a connection
	 * @return completes when the connection is established; fails with the exceptions of
	 * a call, a {@code ConnectTimeoutException} or a {@code ConnectionFailedException}
	 */
	public Mono<Void> connect(ClientHttpConnector connector) {
		WebClient webClient = WebClient.builder().clientConnector(connector).build();
		return Mono.defer(() -> {
			ConnectProbeBody body = new ConnectProbeBody();
			Mono<Void> exchange = webClient.post()
				.uri(endpoint())
				.body(body)
				.exchangeToMono(ClientResponse::releaseBody)
				.onErrorMap((ex) -> TransportExceptionTranslator.beforeResponse("Connect", ex));
			// Cancelling the exchange when the connection is established closes it.
			return Mono.firstWithSignal(body.connected(), exchange);
		});
	}

	/**
	 * Return the client's operations over its connections and with its identity. They are
	 * meant for operations that cost nothing, such as {@code ListAsyncInvokes} or
	 * {@code CountTokens}.
	 * @return the operations
	 */
	public ReactiveBedrockRuntimeOperations operations() {
		return new ReactiveBedrockRuntimeTemplate(this.executor.forProbes(), () -> {
		});
	}

}
