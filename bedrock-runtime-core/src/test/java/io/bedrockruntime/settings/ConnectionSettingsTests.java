package io.bedrockruntime.settings;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConnectionSettings}, {@link KeepAlive}, {@link ProxySettings} and the
 * application's id.
 */
class ConnectionSettingsTests {

	static Stream<UnaryOperator<ConnectionSettings>> invalid() {
		return Stream.of((settings) -> settings.withMaxConnections(0),
				(settings) -> settings.withMaxPendingAcquires(-1),
				(settings) -> settings.withMaxIdleTime(Duration.ZERO),
				(settings) -> settings.withMaxIdleTime(Timeouts.MAX_DURATION.plusNanos(1)),
				(settings) -> settings.withMaxLifeTime(Duration.ofSeconds(-1)),
				(settings) -> settings.withMaxHeaderSize(1023),
				(settings) -> settings.withMaxHeaderSize(Integer.MAX_VALUE),
				(settings) -> settings.withMaxHeaderCount(0));
	}

	@ParameterizedTest
	@MethodSource("invalid")
	void whenValueIsOutOfRangeThenItIsRefused(UnaryOperator<ConnectionSettings> change) {
		assertThatIllegalArgumentException().isThrownBy(() -> change.apply(ConnectionSettings.defaults()));
	}

	@Test
	void whenIdleTimeIsDefaultThenItIsBelowThatOfAwsNetwork() {
		assertThat(ConnectionSettings.defaults().maxIdleTime()).isLessThan(Duration.ofSeconds(350));
		KeepAlive keepAlive = KeepAlive.defaults();
		assertThat(keepAlive.idle().plus(keepAlive.interval().multipliedBy(keepAlive.count())))
			.isLessThan(Duration.ofSeconds(350));
	}

	@Test
	void whenKeepAliveIsOutOfRangeThenItIsRefused() {
		Duration second = Duration.ofSeconds(1);
		assertThatCode(() -> new KeepAlive(second, KeepAlive.MAX_DURATION, 127)).doesNotThrowAnyException();
		assertThatIllegalArgumentException().isThrownBy(() -> new KeepAlive(Duration.ofMillis(999), second, 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeepAlive(second, KeepAlive.MAX_DURATION.plusSeconds(1), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new KeepAlive(second, second, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new KeepAlive(second, second, 128));
	}

	@Test
	void whenProxyIsInvalidThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ProxySettings.of(" ", 3128));
		assertThatIllegalArgumentException().isThrownBy(() -> ProxySettings.of("proxy", 0));
		assertThatIllegalArgumentException().isThrownBy(() -> ProxySettings.of("proxy", 65536));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ProxySettings("proxy", 3128, "user", null, List.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ProxySettings.of("proxy", 3128).withCredentials("a:b", "c"));
	}

	@Test
	void whenSettingsArePrintedThenCredentialsAreNot() {
		ProxySettings proxy = ProxySettings.of("proxy", 3128)
			.withCredentials("secretuser", "secretword")
			.withNonProxyHosts(List.of("*.internal"));
		assertThat(ConnectionSettings.defaults().withProxy(proxy)).asString()
			.contains("proxy:3128", "*.internal")
			.doesNotContain("secretuser", "secretword");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "with space", "line\r\nx-forged: 1", "a/b", "\u00e9", "paren(thesis)",
			"123456789012345678901234567890123456789012345678901" })
	void whenAppIdIsNotAValidTokenThenItIsRefused(String appId) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ReactiveBedrockRuntimeTemplate.builder().userAgentAppId(appId));
	}

	@Test
	void whenAppIdIsSetThenUserAgentHasIt() {
		try (RawServer server = new RawServer().respond(Responses.ok(Responses.CONVERSE_RESPONSE));
				ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
					.region("eu-central-1")
					.endpoint(server.endpoint())
					.apiKey("key")
					.userAgentAppId("my-App_1.0")
					.build()) {
			client.converse(ConverseRequest.of("model", "text")).block(Duration.ofSeconds(20));
			assertThat(server.requests().get(0).header("user-agent")).startsWith("bedrock-runtime-spring-boot/")
				.endsWith(" app/my-App_1.0");
		}
	}

}
