package io.bedrockruntime;

import java.net.URI;
import java.time.Duration;

import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.model.converse.ConverseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectClock}.
 */
class ConnectClockTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	@ParameterizedTest
	@EnumSource(ConnectionSettings.Http2.class)
	void whenPeerIsSilentInTlsThenConnectingTimesOutAndIsRetried(ConnectionSettings.Http2 http2) {
		// Takes the client's greeting for a request that never ends.
		try (RawServer server = new RawServer();
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://127.0.0.1:" + server.port()), http2,
						Duration.ofMillis(300))) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(ConnectTimeoutException.class)
					.hasMessageContaining("no connection in time"))
				.verify(Duration.ofSeconds(9));
			assertThat(server.connections()).isEqualTo(3);
		}
	}

	@Test
	void whenConnectionIsMadeThenItOutlivesTheClock() throws InterruptedException {
		Duration connect = Duration.ofMillis(200);
		try (RawServer server = new RawServer();
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED,
						connect)) {
			server.answer((peer) -> {
				sleep(connect.multipliedBy(2));
				peer.write(Answers.ok(Answers.ANSWER));
			});
			assertThat(client.converse(REQUEST).block(WAIT).responseMetadata().attempts()).isOne();
			Thread.sleep(connect.multipliedBy(2).toMillis());
			assertThat(client.converse(REQUEST).block(WAIT).text()).isEqualTo("Hi");
			assertThat(server.connections()).isOne();
		}
	}

	private static void sleep(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, ConnectionSettings.Http2 http2,
			Duration connect) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.timeouts(Timeouts.defaults().withConnect(connect))
			.connectionSettings(ConnectionSettings.defaults().withHttp2(http2))
			.build();
	}

}
