package io.bedrockruntime.autoconfigure.endpoint;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bedrockruntime.autoconfigure.internal.aws.ClientEndpoint;
import io.bedrockruntime.autoconfigure.internal.aws.SourcedSetting;
import io.bedrockruntime.autoconfigure.internal.client.ClientSettings;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.config.BedrockRuntimeRegionMissingException;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.http.ConnectionPool;
import io.bedrockruntime.identity.ResolvedIdentity;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Descriptors that the endpoint returns. They contain no secrets: no keys, tokens or user
 * names, and ARNs without the account ID.
 */
final class EndpointDescriptors {

	private static final Pattern ACCOUNT = Pattern.compile("(?<=:)\\d{12}(?=:)");

	private static final String CUSTOMIZER = "a customizer";

	private EndpointDescriptors() {
	}

	static ClientDescriptor of(RuntimeException failure) {
		boolean ours = failure instanceof InvalidBedrockRuntimeConfigurationException
				|| failure instanceof BedrockRuntimeRegionMissingException;
		String message = failure.getMessage();
		String error = (ours && message != null) ? message : failure.getClass().getName();
		return new ClientDescriptor(withoutAccount(error), null, null, null, null, null, null, null, null, null);
	}

	static ClientDescriptor of(ConfiguredClient client) {
		ClientSettings settings = client.settings();
		return new ClientDescriptor(null, region(client), endpoint(client), authentication(client),
				withoutAccount(settings.defaults().modelId()), guardrail(settings.defaults().guardrailConfig()),
				timeouts(settings.timeouts()), retries(settings.retries()), failover(settings.failover()),
				client.pools().get());
	}

	private static RegionDescriptor region(ConfiguredClient client) {
		String region = client.template().probe().region();
		return new RegionDescriptor(region,
				region.equals(client.region().value()) ? client.region().source() : CUSTOMIZER);
	}

	private static EndpointDescriptor endpoint(ConfiguredClient client) {
		URI uri = client.template().probe().endpoint();
		ClientEndpoint endpoint = client.endpoint();
		SourcedSetting setting = endpoint.setting();
		String source = (setting != null) ? setting.source() : "the region";
		return new EndpointDescriptor(withoutUser(uri),
				(endpoint.uri() == null || uri.equals(endpoint.uri())) ? source : CUSTOMIZER, endpoint.fips(),
				endpoint.dualstack());
	}

	private static @Nullable URI withoutUser(@Nullable URI uri) {
		if (uri == null || uri.getHost() == null) {
			return null;
		}
		String port = (uri.getPort() != -1) ? ":" + uri.getPort() : "";
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
	}

	private static AuthenticationDescriptor authentication(ConfiguredClient client) {
		BedrockRuntimeAuthentication authentication = client.authentication();
		String source = withoutAccount(authentication.source());
		ResolvedIdentity identity = client.template().currentIdentity();
		if (identity != null) {
			return new AuthenticationDescriptor(identity.scheme(), source, identity.provider(), identity.expiration(),
					identity.resolvedAt());
		}
		return new AuthenticationDescriptor((authentication.apiKeyProvider() != null) ? "httpBearerAuth" : "sigv4",
				source, null, null, null);
	}

	private static @Nullable GuardrailDescriptor guardrail(@Nullable GuardrailStreamConfiguration guardrail) {
		if (guardrail == null) {
			return null;
		}
		return new GuardrailDescriptor(withoutAccount(guardrail.guardrailIdentifier()), guardrail.guardrailVersion(),
				(guardrail.trace() != null) ? guardrail.trace().toString() : null,
				(guardrail.streamProcessingMode() != null) ? guardrail.streamProcessingMode().toString() : null);
	}

	private static TimeoutsDescriptor timeouts(Timeouts timeouts) {
		return new TimeoutsDescriptor(text(timeouts.connect()), text(timeouts.acquire()), text(timeouts.response()),
				text(timeouts.idle()), text(timeouts.call()));
	}

	private static RetriesDescriptor retries(RetrySettings retries) {
		return new RetriesDescriptor(retries.mode().name().toLowerCase(Locale.ROOT), retries.maxAttempts(),
				retries.responseTimeouts());
	}

	private static FailoverDescriptor failover(FailoverSettings failover) {
		return new FailoverDescriptor(failover.targets().stream().map(EndpointDescriptors::target).toList(),
				text(failover.coolDown()));
	}

	private static TargetDescriptor target(FailoverTarget target) {
		return new TargetDescriptor(withoutAccount(target.models()), target.region(), withoutUser(target.endpoint()),
				withoutAccount(target.modelId()), withoutAccount(target.guardrailIdentifier()),
				target.guardrailVersion());
	}

	private static @Nullable String text(@Nullable Duration duration) {
		return (duration != null) ? duration.toString() : null;
	}

	private static @Nullable String withoutAccount(@Nullable String text) {
		return (text != null) ? ACCOUNT.matcher(text).replaceAll("******") : null;
	}

	record ClientsDescriptor(Map<String, ClientDescriptor> clients) implements OperationResponseBody {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ClientDescriptor(@Nullable String error, @Nullable RegionDescriptor region,
			@Nullable EndpointDescriptor endpoint, @Nullable AuthenticationDescriptor authentication,
			@Nullable String defaultModel, @Nullable GuardrailDescriptor guardrail,
			@Nullable TimeoutsDescriptor timeouts, @Nullable RetriesDescriptor retries,
			@Nullable FailoverDescriptor failover, @Nullable List<ConnectionPool> pools) {

	}

	record RegionDescriptor(String value, String source) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record EndpointDescriptor(@Nullable URI uri, String source, boolean fips, boolean dualstack) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AuthenticationDescriptor(String scheme, @Nullable String source, @Nullable String provider,
			@Nullable Instant expiration, @Nullable Instant resolvedAt) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GuardrailDescriptor(@Nullable String identifier, @Nullable String version, @Nullable String trace,
			@Nullable String streamProcessingMode) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TimeoutsDescriptor(@Nullable String connect, @Nullable String acquire, @Nullable String response,
			@Nullable String idle, @Nullable String call) {

	}

	record RetriesDescriptor(String mode, int maxAttempts, boolean responseTimeouts) {

	}

	record FailoverDescriptor(List<TargetDescriptor> targets, @Nullable String coolDown) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TargetDescriptor(@Nullable String models, @Nullable String region, @Nullable URI endpoint,
			@Nullable String modelId, @Nullable String guardrailIdentifier, @Nullable String guardrailVersion) {

	}

}
