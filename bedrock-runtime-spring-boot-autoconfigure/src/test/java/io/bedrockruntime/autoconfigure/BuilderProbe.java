package io.bedrockruntime.autoconfigure;

import java.net.URI;
import java.util.Objects;

import io.bedrockruntime.BedrockRuntimeBuilder;
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
 * Customizer that sees what a builder was given by all others.
 */
class BuilderProbe implements BedrockRuntimeBuilderCustomizer, Ordered {

	private BedrockRuntimeBuilder builder;

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		this.builder = builder;
	}

	String region() {
		return get("region", String.class);
	}

	URI endpoint() {
		return get("endpoint", URI.class);
	}

	boolean fips() {
		return get("fips", Boolean.class);
	}

	boolean dualstack() {
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

	ConnectionSettings connectionSettings() {
		return get("connectionSettings", ConnectionSettings.class);
	}

	String userAgentAppId() {
		return get("userAgentAppId", String.class);
	}

	int maxResponseLength() {
		return get("maxResponseLength", Integer.class);
	}

	@SuppressWarnings("unchecked")
	IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider() {
		return get("credentialsProvider", IdentityProvider.class);
	}

	@SuppressWarnings("unchecked")
	IdentityProvider<? extends TokenIdentity> apiKeyProvider() {
		return get("apiKeyProvider", IdentityProvider.class);
	}

	AwsCredentialsIdentity credentials() {
		return Objects.requireNonNull(credentialsProvider(), "credentialsProvider").resolveIdentity().join();
	}

	String apiKey() {
		return Objects.requireNonNull(apiKeyProvider(), "apiKeyProvider").resolveIdentity().join().token();
	}

	private <T> T get(String field, Class<T> type) {
		return type.cast(ReflectionTestUtils.getField(Objects.requireNonNull(this.builder, "builder"), field));
	}

}
