package io.bedrockruntime.autoconfigure.client;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

/**
 * Auto-configurations that an application with a client has.
 */
public final class ClientAutoConfigurations {

	/** All of them. */
	public static final AutoConfigurations ALL = AutoConfigurations.of(BedrockRuntimeAutoConfiguration.class,
			BedrockRuntimeConnectorAutoConfiguration.class, WebClientAutoConfiguration.class,
			HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
			CodecsAutoConfiguration.class);

	private ClientAutoConfigurations() {
	}

}
