package io.bedrockruntime.autoconfigure.client;

import java.net.URI;
import java.util.Objects;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.core.Ordered;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Customizer that reads the builder's settings after all others.
 */
public class BuilderProbe implements BedrockRuntimeBuilderCustomizer, Ordered {

	private BedrockRuntimeBuilder builder;

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		this.builder = builder;
	}

	public String region() {
		return get("region", String.class);
	}

	public URI endpoint() {
		return get("endpoint", URI.class);
	}

	public boolean fips() {
		return get("fips", Boolean.class);
	}

	public boolean dualstack() {
		return get("dualstack", Boolean.class);
	}

	Timeouts timeouts() {
		return get("timeouts", Timeouts.class);
	}

	RetrySettings retries() {
		return get("retries", RetrySettings.class);
	}

	RequestDefaults requestDefaults() {
		return get("requestDefaults", RequestDefaults.class);
	}

	EventStreamLimits eventStreamLimits() {
		return get("eventStreamLimits", EventStreamLimits.class);
	}

	public ConnectionSettings connectionSettings() {
		return get("connectionSettings", ConnectionSettings.class);
	}

	public String userAgentAppId() {
		return get("userAgentAppId", String.class);
	}

	int maxResponseLength() {
		return get("maxResponseLength", Integer.class);
	}

	@SuppressWarnings("unchecked")
	public IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider() {
		return get("credentialsProvider", IdentityProvider.class);
	}

	@SuppressWarnings("unchecked")
	public IdentityProvider<? extends TokenIdentity> apiKeyProvider() {
		return get("apiKeyProvider", IdentityProvider.class);
	}

	public AwsCredentialsIdentity credentials() {
		return Objects.requireNonNull(credentialsProvider(), "credentialsProvider").resolveIdentity().join();
	}

	public String apiKey() {
		return Objects.requireNonNull(apiKeyProvider(), "apiKeyProvider").resolveIdentity().join().token();
	}

	private <T> T get(String field, Class<T> type) {
		return type.cast(ReflectionTestUtils.getField(Objects.requireNonNull(this.builder, "builder"), field));
	}

}
