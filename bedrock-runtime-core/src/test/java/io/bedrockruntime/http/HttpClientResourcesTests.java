package io.bedrockruntime.http;

import java.net.SocketOption;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.KeepAlive;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link HttpClientResources}.
 */
class HttpClientResourcesTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String NATIVE = "io.netty.channel.epoll.EpollChannelOption#";

	private static final KeepAlive KEEP_ALIVE = new KeepAlive(Duration.ofSeconds(61), Duration.ofSeconds(31), 4);

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenConnectedThenKeepAliveIsOnAndNothingIsLogged(boolean preferNative) {
		String threads = "keep-alive-" + preferNative;
		LoopResources loop = LoopResources.create(threads, 1, 1, true, false);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		// Other threads log while it is read.
		log.list = new CopyOnWriteArrayList<>();
		Logger root = (Logger) LoggerFactory.getLogger("reactor.netty");
		log.start();
		root.addAppender(log);
		try (RawServer server = new RawServer().respond("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
				HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(),
						ConnectionSettings.defaults().withKeepAlive(KEEP_ALIVE))) {
			AtomicReference<ChannelConfig> config = new AtomicReference<>();
			connections.configure(HttpClient.newConnection().runOn(loop, preferNative))
				.doOnConnected((connection) -> config.set(connection.channel().config()))
				.get()
				.uri(server.endpoint())
				.responseSingle((response, body) -> {
					assertThat(config.get().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();
					assertThat(option(config.get(), "TCP_KEEPIDLE", ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(61);
					assertThat(option(config.get(), "TCP_KEEPINTVL", ExtendedSocketOptions.TCP_KEEPINTERVAL))
						.isEqualTo(31);
					assertThat(option(config.get(), "TCP_KEEPCNT", ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(4);
					return body;
				})
				.block(WAIT);
			assertThat(config.get().getConnectTimeoutMillis()).isEqualTo(5000);
			// The threads of earlier tests may still log their connections.
			String caller = Thread.currentThread().getName();
			assertThat(log.list)
				.filteredOn(
						(event) -> event.getThreadName().equals(caller) || event.getThreadName().startsWith(threads))
				.filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
				.isEmpty();
		}
		finally {
			root.detachAppender(log);
			loop.disposeLater(Duration.ZERO, WAIT).block(WAIT);
		}
	}

	private static Integer option(ChannelConfig config, String name, SocketOption<Integer> option) {
		Integer value = config.getOption(ChannelOption.<Integer>valueOf(NATIVE + name));
		return (value != null) ? value : config.getOption(NioChannelOption.of(option));
	}

	@Test
	void whenKeepAliveIsOffThenNothingIsProbed() {
		try (HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(),
				ConnectionSettings.defaults().withKeepAlive(null))) {
			Object keepAlive = connections.httpClient().configuration().options().get(ChannelOption.SO_KEEPALIVE);
			assertThat(keepAlive).isEqualTo(false);
		}
	}

	@Test
	void whenPoolIsLimitedThenCallsBeyondItWaitAndFail() {
		ConnectionSettings settings = ConnectionSettings.defaults().withMaxConnections(1).withMaxPendingAcquires(1);
		try (RawServer server = new RawServer().respond((peer) -> {
		});
				ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
					.region("eu-central-1")
					.endpoint(server.endpoint())
					.apiKey("key")
					.connectionSettings(settings)
					.build()) {
			ConverseRequest request = ConverseRequest.of("model", "text");
			Disposable.Composite calls = Disposables.composite(client.converse(request).subscribe());
			await().until(() -> server.requests().size() == 1);
			calls.add(client.converse(request).subscribe());
			StepVerifier.create(client.converse(request)).expectError(AcquireTimeoutException.class).verify(WAIT);
			assertThat(server.connections()).isOne();
			calls.dispose();
		}
	}

	@Test
	void whenPoolIsInUseThenItsStateShowsIt() {
		ConnectionSettings settings = ConnectionSettings.defaults().withMaxConnections(1).withMaxPendingAcquires(1);
		try (RawServer server = new RawServer().respond((peer) -> {
		})) {
			HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(), settings);
			assertThat(connections.pools()).isEmpty();
			HttpClient httpClient = connections.httpClient();
			Disposable.Composite calls = Disposables.composite();
			for (int i = 0; i < 2; i++) {
				calls.add(httpClient.get().uri(server.endpoint()).response().subscribe());
			}
			String address = server.endpoint().getHost() + ":" + server.endpoint().getPort();
			await().untilAsserted(() -> assertThat(connections.pools())
				.containsExactly(new ConnectionPool("bedrock-runtime", address, 1, 0, 1, 1)));
			calls.dispose();
			connections.close();
			assertThat(connections.pools()).isEmpty();
		}
	}

	@Test
	void whenConnectionIsOldThenNextCallHasAnother() throws InterruptedException {
		try (RawServer server = new RawServer().respond("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
				HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(),
						ConnectionSettings.defaults().withMaxLifeTime(Duration.ofMillis(100)))) {
			HttpClient httpClient = connections.httpClient();
			for (int i = 0; i < 2; i++) {
				httpClient.get().uri(server.endpoint()).response().block(WAIT);
				Thread.sleep(200);
			}
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void whenConfiguredTwiceThenHandlersAreThereOnce() {
		try (HttpClientResources connections = HttpClientResources.create(Timeouts.defaults())) {
			HttpClient once = connections.httpClient();
			HttpClient twice = connections.configure(once);
			assertThat(twice.configuration().doOnChannelInit()).isSameAs(once.configuration().doOnChannelInit());
			assertThat(twice.configuration().doOnConnected()).isSameAs(once.configuration().doOnConnected());
		}
	}

	@Test
	void whenHttpClientHasItsOwnLimitsThenTheyAreKept() {
		try (HttpClientResources connections = HttpClientResources.create(Timeouts.defaults())) {
			HttpClient own = HttpClient.create()
				.httpResponseDecoder((spec) -> spec.maxHeaderSize(5000))
				.http2Settings((spec) -> spec.maxHeaderListSize(6000));
			HttpClientConfig configuration = connections.configure(own).configuration();
			assertThat(configuration.decoder().maxHeaderSize()).isEqualTo(5000);
			assertThat(configuration.http2SettingsSpec().maxHeaderListSize()).isEqualTo(6000);
			configuration = connections.httpClient().configuration();
			assertThat(configuration.decoder().maxHeaderSize()).isEqualTo(32 * 1024);
			assertThat(configuration.http2SettingsSpec().maxHeaderListSize()).isEqualTo(32 * 1024);
		}
	}

	@Test
	void whenConfiguredThenNeitherRedirectsNorCompresses() {
		try (HttpClientResources connections = HttpClientResources
			.create(Timeouts.defaults().withConnect(Duration.ofDays(100)))) {
			HttpClient configured = connections.configure(HttpClient.create().followRedirect(true).compress(true));
			assertThat(configured.configuration().isAcceptGzip()).isFalse();
			assertThat(configured.configuration().followRedirectPredicate()).isNull();
			Object connect = configured.configuration().options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS);
			assertThat(connect).isEqualTo(Integer.MAX_VALUE);
		}
	}

}
