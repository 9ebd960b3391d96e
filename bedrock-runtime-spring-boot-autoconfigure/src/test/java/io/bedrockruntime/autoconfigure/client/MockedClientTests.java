package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;

/**
 * Tests that named and unnamed clients can be mocked.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = { "bedrock.runtime.region=eu-central-1",
		"bedrock.runtime.clients.archive.region=eu-west-1", "bedrock.runtime.clients.other.region=us-east-1" })
class MockedClientTests {

	@MockitoBean
	private BedrockRuntimeOperations unnamed;

	@MockitoBean
	@Qualifier("archive")
	private BedrockRuntimeOperations archive;

	@MockitoBean
	@Qualifier("archive")
	private ReactiveBedrockRuntimeOperations reactiveArchive;

	@Test
	void whenClientsAreMockedThenEveryoneHasTheMocks(@Autowired BedrockRuntimeClients clients,
			@Autowired BedrockRuntimeOperations injected,
			@Autowired @Qualifier("archive") BedrockRuntimeOperations injectedArchive) {
		assertThat(injected).isSameAs(this.unnamed).isSameAs(clients.get("default"));
		assertThat(injectedArchive).isSameAs(this.archive).isSameAs(clients.get("archive"));
		assertThat(clients.getReactive("archive")).isSameAs(this.reactiveArchive);
		assertThat(mockingDetails(clients.get("other")).isMock()).isFalse();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ BedrockRuntimeAutoConfiguration.class, BedrockRuntimeConnectorAutoConfiguration.class,
			WebClientAutoConfiguration.class })
	static class Application {

	}

}
