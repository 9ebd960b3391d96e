package io.bedrockruntime;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BedrockRuntimeBuilder}.
 */
class BedrockRuntimeBuilderTests {

	@Test
	void whenThereIsNoRegionThenNoneIsGuessed() {
		assertThatIllegalStateException().isThrownBy(() -> new BedrockRuntimeBuilder().apiKey("key").build())
			.withMessageContaining("region");
		assertThatIllegalStateException()
			.isThrownBy(
					() -> new BedrockRuntimeBuilder().endpoint(URI.create("http://localhost")).apiKey("key").build())
			.withMessageContaining("region");
	}

	@Test
	void whenAuthenticationIsMissingOrContradictoryThenSaysSo() {
		assertThatIllegalStateException().isThrownBy(() -> builder().build()).withMessageContaining("API key");
		assertThatIllegalStateException()
			.isThrownBy(
					() -> builder().apiKey("key").credentialsProvider(AnonymousCredentialsProvider.create()).build())
			.withMessageContaining("API key");
	}

	@Test
	void whenASettingIsTakenBackThenTheOtherCounts() {
		assertThatCode(() -> builder().apiKey("key")
			.apiKeyProvider(null)
			.credentialsProvider(AnonymousCredentialsProvider.create())
			.endpoint(URI.create("http://localhost"))
			.endpoint(null)
			.webClientBuilder(null)
			.build()
			.close()).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void whenRegionOrKeyIsBlankThenItIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new BedrockRuntimeBuilder().region(text));
		assertThatIllegalArgumentException().isThrownBy(() -> new BedrockRuntimeBuilder().apiKey(text));
	}

	@Test
	void whenEndpointOrRegionIsInvalidThenItIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder().apiKey("key").endpoint(URI.create("localhost:8080")).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BedrockRuntimeBuilder().region("us east").apiKey("key").build());
		assertThatIllegalArgumentException().isThrownBy(() -> new BedrockRuntimeBuilder().region("us east")
			.endpoint(URI.create("http://localhost"))
			.apiKey("key")
			.build());
		assertThatIllegalArgumentException().isThrownBy(() -> builder().maxResponseLength(0));
	}

	@Test
	void whenFipsOrDualstackIsSetWithEndpointThenItIsRefused() {
		URI endpoint = URI.create("http://localhost");
		assertThatIllegalStateException()
			.isThrownBy(() -> builder().apiKey("key").endpoint(endpoint).fips(true).build())
			.withMessageContaining("FIPS");
		assertThatIllegalStateException()
			.isThrownBy(() -> builder().apiKey("key").endpoint(endpoint).dualstack(true).build())
			.withMessageContaining("Dual stack");
		assertThatCode(() -> builder().apiKey("key").fips(true).dualstack(true).build().close())
			.doesNotThrowAnyException();
	}

	private static BedrockRuntimeBuilder builder() {
		return new BedrockRuntimeBuilder().region("eu-central-1");
	}

}
