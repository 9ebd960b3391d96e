package io.bedrockruntime.autoconfigure.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

import io.bedrockruntime.BedrockRuntimeProbe;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.counttokens.CountTokensResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.StringUtils;

/**
 * Checks a client in one of several ways, none of which incurs costs.
 */
final class HealthProbe {

	private static final HealthFinding NO_MODEL = HealthFinding.unknown("no model")
		.withHint("set bedrock.runtime.health.model");

	private final ReactiveBedrockRuntimeTemplate client;

	private final BedrockRuntimeProbe probe;

	private final ReactiveBedrockRuntimeOperations operations;

	private final BedrockRuntimeHealthProperties.Probe kind;

	private final @Nullable String model;

	private final Supplier<? extends ClientHttpConnector> connector;

	private final Clock clock;

	/**
	 * Create an instance.
	 * @param client the client to check
	 * @param properties the kind of check
	 * @param connector the connector for the connect check
	 * @param clock the source of the current time
	 */
	HealthProbe(ReactiveBedrockRuntimeTemplate client, BedrockRuntimeHealthProperties properties,
			Supplier<? extends ClientHttpConnector> connector, Clock clock) {
		this.client = client;
		this.probe = client.probe();
		this.operations = this.probe.operations();
		this.kind = properties.getProbe();
		this.model = properties.getModel();
		this.connector = connector;
		this.clock = clock;
	}

	/**
	 * Check the client once.
	 * @return the finding; the publisher never fails
	 */
	Mono<HealthFinding> check() {
		return Mono.defer(this::run).onErrorResume((ex) -> Mono.just(HealthFailures.assess(ex, permission())));
	}

	private Mono<HealthFinding> run() {
		return switch (this.kind) {
			case CREDENTIALS -> this.client.resolveIdentity().map(this::assess);
			case CONNECT -> this.probe.connect(this.connector.get()).thenReturn(HealthFinding.UP);
			case LIST_ASYNC_INVOKES ->
				this.operations.listAsyncInvokes((request) -> request.maxResults(1)).thenReturn(HealthFinding.UP);
			case COUNT_TOKENS -> countTokens().thenReturn(HealthFinding.UP)
				.onErrorResume(IllegalArgumentException.class, (ex) -> Mono.just(NO_MODEL));
			case NONE -> Mono.just(HealthFinding.unknown("not probed"));
		};
	}

	private HealthFinding assess(ResolvedIdentity identity) {
		Instant expiration = identity.expiration();
		return (expiration != null && !expiration.isAfter(this.clock.instant()))
				? HealthFinding.down("credentials expired") : HealthFinding.UP;
	}

	private Mono<CountTokensResponse> countTokens() {
		return this.operations.countTokens((ConverseRequest.Builder request) -> {
			if (StringUtils.hasText(this.model)) {
				request.modelId(this.model);
			}
			request.user("ping");
		});
	}

	private @Nullable String permission() {
		return switch (this.kind) {
			case LIST_ASYNC_INVOKES -> "bedrock:ListAsyncInvokes";
			case COUNT_TOKENS -> "bedrock:CountTokens";
			default -> null;
		};
	}

	/**
	 * Return the name of the check, as in the property.
	 */
	String name() {
		return this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
