package io.bedrockruntime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Connections}.
 */
class ConnectionsTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ChannelOption<Integer> NATIVE = ChannelOption
		.valueOf("io.netty.channel.epoll.EpollChannelOption#TCP_KEEPIDLE");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenConnectedThenKeepAliveIsOnAndNothingIsLogged(boolean preferNative) {
		LoopResources loop = LoopResources.create("test", 1, 1, true, false);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		Logger root = (Logger) LoggerFactory.getLogger("reactor.netty");
		log.start();
		root.addAppender(log);
		try (RawServer server = new RawServer().answer("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
				Connections connections = Connections.create(Timeouts.defaults())) {
			AtomicReference<ChannelConfig> config = new AtomicReference<>();
			connections.configure(HttpClient.newConnection().runOn(loop, preferNative))
				.doOnConnected((connection) -> config.set(connection.channel().config()))
				.get()
				.uri(server.endpoint())
				.responseSingle((response, body) -> {
					assertThat(config.get().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();
					assertThat(idle(config.get())).isEqualTo(60);
					return body;
				})
				.block(WAIT);
			assertThat(config.get().getConnectTimeoutMillis()).isEqualTo(5000);
			assertThat(log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN)).isEmpty();
		}
		finally {
			root.detachAppender(log);
			loop.disposeLater(Duration.ZERO, WAIT).block(WAIT);
		}
	}

	private static Integer idle(ChannelConfig config) {
		Integer idle = config.getOption(NATIVE);
		return (idle != null) ? idle : config.getOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE));
	}

	@Test
	void whenConfiguredThenNeitherRedirectsNorCompresses() {
		try (Connections connections = Connections.create(Timeouts.defaults().withConnect(Duration.ofDays(100)))) {
			HttpClient configured = connections.configure(HttpClient.create().followRedirect(true).compress(true));
			assertThat(configured.configuration().isAcceptGzip()).isFalse();
			assertThat(configured.configuration().followRedirectPredicate()).isNull();
			Object connect = configured.configuration().options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS);
			assertThat(connect).isEqualTo(Integer.MAX_VALUE);
		}
	}

}
