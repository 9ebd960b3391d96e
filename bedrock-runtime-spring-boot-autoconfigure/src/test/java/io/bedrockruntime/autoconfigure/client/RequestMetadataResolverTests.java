package io.bedrockruntime.autoconfigure.client;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link RequestMetadataResolver}.
 */
class RequestMetadataResolverTests {

	@Test
	void whenThereAreMoreEntriesThanTheServiceAcceptsThenResolvingFails() {
		BedrockRuntimeProperties properties = new BedrockRuntimeProperties();
		for (int i = 0; i < 16; i++) {
			properties.getRequestMetadata().getValues().put("key" + i, "value");
		}
		assertThat(new RequestMetadataResolver(properties).resolve().apply(Context.empty())).hasSize(16);
		properties.getRequestMetadata().setTraceId(true);
		assertThatExceptionOfType(InvalidBedrockRuntimeConfigurationException.class)
			.isThrownBy(() -> new RequestMetadataResolver(properties).resolve());
	}

	@Test
	void whenValuesAreOfReactorsContextThenTheyCountMoreThanConfiguredOnes() {
		BedrockRuntimeProperties properties = new BedrockRuntimeProperties();
		properties.getRequestMetadata().getValues().putAll(Map.of("tenant", "default", "app", "shop"));
		properties.getRequestMetadata().setFromContext(List.of("tenant", "missing"));
		assertThat(new RequestMetadataResolver(properties).resolve().apply(Context.of("tenant", 7)))
			.containsOnly(entry("tenant", "7"), entry("app", "shop"));
		assertThat(new RequestMetadataResolver(new BedrockRuntimeProperties()).resolve()).isNull();
	}

}
