package io.bedrockruntime.internal.netty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ConnectTimeoutHandler}.
 */
@Tag("slow")
class ConnectTimeoutHandlerTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	@ParameterizedTest
	@EnumSource(ConnectionSettings.Http2.class)
	void whenPeerIsSilentInTlsThenConnectingTimesOutAndIsRetried(ConnectionSettings.Http2 http2) {
		// Reads the client's preface as a request that never ends.
		try (RawServer server = new RawServer();
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://127.0.0.1:" + server.port()), http2,
						Duration.ofMillis(300))) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(ConnectTimeoutException.class)
					.hasMessageContaining("no connection in time"))
				.verify(WAIT);
			await().atMost(WAIT).until(() -> server.connections() == 3);
		}
	}

	@Test
	void whenNameIsResolvedOnlyAfterTheTimeThenPeerThatIsSilentInTlsTimesOutAllTheSame() {
		Duration connect = Duration.ofMillis(100);
		try (RawServer server = new RawServer();
				HttpClientResources connections = HttpClientResources
					.create(Timeouts.defaults().withConnect(connect))) {
			HttpClient slow = connections.httpClient().resolver(new SlowResolver(connect.multipliedBy(3)));
			StepVerifier.create(slow.get().uri("https://localhost:" + server.port()).response())
				.expectErrorSatisfies(
						(ex) -> assertThat(ex).isInstanceOf(io.netty.channel.ConnectTimeoutException.class)
							.hasMessageContaining("not ready"))
				.verify(WAIT);
			await().atMost(WAIT).until(() -> server.connections() == 1);
		}
	}

	@Test
	void whenConnectionIsMadeThenItOutlivesTheTimeout() throws InterruptedException {
		// Enough time to load the classes for connecting on a slow machine.
		Duration connect = Duration.ofSeconds(1);
		try (RawServer server = new RawServer();
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint(), ConnectionSettings.Http2.DISABLED,
						connect)) {
			server.respond((peer) -> {
				sleep(connect.plusMillis(200));
				peer.write(Responses.ok(Responses.CONVERSE_RESPONSE));
			});
			assertThat(client.converse(REQUEST).block(WAIT).responseMetadata().attempts()).isOne();
			Thread.sleep(connect.plusMillis(200).toMillis());
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

	/** Resolves each name to this machine, after a delay. */
	private static final class SlowResolver extends AddressResolverGroup<InetSocketAddress> {

		private final Duration delay;

		private SlowResolver(Duration delay) {
			this.delay = delay;
		}

		@Override
		protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
			return new InetNameResolver(executor) {

				@Override
				protected void doResolve(String name, Promise<InetAddress> promise) {
					succeed(promise, InetAddress.getLoopbackAddress());
				}

				@Override
				protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
					succeed(promise, List.of(InetAddress.getLoopbackAddress()));
				}

				private <T> void succeed(Promise<T> promise, T result) {
					executor.schedule(() -> promise.setSuccess(result), SlowResolver.this.delay.toMillis(),
							TimeUnit.MILLISECONDS);
				}

			}.asAddressResolver();
		}

	}

}
