package io.bedrockruntime.autoconfigure.client;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties.AuthScheme;
import io.bedrockruntime.autoconfigure.BedrockRuntimeFailoverProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeHttpProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeModelTimeoutsProperties;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.http.HttpSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.settings.RetrySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NamedClientInheritance}.
 */
class NamedClientInheritanceTests {

	private static final String ARN = "arn:aws:iam::123456789012:role/";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	@Test
	void whenClientSetsNothingThenItEqualsTheUnnamedOne() {
		BedrockRuntimeClientProperties properties = bind("region=eu-central-1", "default-model=model",
				"timeouts.idle=7s", "http.max-connections=7", "failover.targets[0].region=eu-west-1",
				"credentials.api-key=key", "inference.stop-sequences=A,B", "clients.it.inference.max-tokens=5");
		assertThat(properties.getRegion()).isEqualTo("eu-central-1");
		assertThat(properties.getDefaultModel()).isEqualTo("model");
		assertThat(properties.getTimeouts().getIdle()).isEqualTo(Duration.ofSeconds(7));
		assertThat(properties.getTimeouts().getResponse()).isEqualTo(Duration.ofMinutes(15));
		assertThat(properties.getHttp().getMaxConnections()).isEqualTo(7);
		assertThat(properties.getFailover().getTargets()).hasSize(1);
		assertThat(properties.getCredentials().getApiKey()).isEqualTo("key");
		assertThat(properties.getInference().getStopSequences()).containsExactly("A", "B");
		assertThat(properties.getInference().getMaxTokens()).isEqualTo(5);
	}

	@Test
	void whenClientHasAListThenNothingIsAddedToIt() {
		BedrockRuntimeClientProperties properties = bind("inference.stop-sequences=A,B,C",
				"clients.it.inference.stop-sequences=D", "timeouts.by-model[0].models=a",
				"timeouts.by-model[1].models=b", "clients.it.timeouts.by-model[0].models=c");
		assertThat(properties.getInference().getStopSequences()).containsExactly("D");
		assertThat(properties.getTimeouts().getByModel()).extracting(BedrockRuntimeModelTimeoutsProperties::getModels)
			.containsExactly("c");
	}

	@ParameterizedTest
	@CsvSource({ "credentials.access-key=own", "credentials.profile=own", "credentials.api-key=own" })
	void whenClientHasCredentialsThenNoOthersAreMixedIn(String own) {
		BedrockRuntimeCredentialsProperties credentials = bind("credentials.api-key=key",
				"credentials.access-key=access", "credentials.secret-key=secret", "credentials.session-token=token",
				"credentials.profile=profile", "credentials.assume-role.arn=" + ARN + "top",
				"credentials.assume-role.external-id=id", "credentials.auth-scheme-preference=sigv4",
				"clients.it." + own)
			.getCredentials();
		assertThat(Stream.of(credentials.getApiKey(), credentials.getAccessKey(), credentials.getSecretKey(),
				credentials.getSessionToken(), credentials.getProfile(), credentials.getAssumeRole().getArn(),
				credentials.getAssumeRole().getExternalId()))
			.containsOnlyOnce("own")
			.containsOnly("own", null);
		assertThat(credentials.getAuthSchemePreference()).isEmpty();
	}

	@Test
	void whenClientHasARoleThenItIsAssumedWithInheritedKeysAndOnItsOwnTerms() {
		BedrockRuntimeCredentialsProperties credentials = bind("credentials.access-key=access",
				"credentials.secret-key=secret", "credentials.assume-role.arn=" + ARN + "top",
				"credentials.assume-role.external-id=id", "credentials.assume-role.session-name=name",
				"clients.it.credentials.assume-role.arn=" + ARN + "own")
			.getCredentials();
		assertThat(credentials.getAccessKey()).isEqualTo("access");
		assertThat(credentials.getAssumeRole().getArn()).isEqualTo(ARN + "own");
		assertThat(credentials.getAssumeRole().getExternalId()).isNull();
		assertThat(credentials.getAssumeRole().getSessionName()).isEqualTo("name");
		assertThat(credentials.getAuthSchemePreference()).containsExactly(AuthScheme.SIGV4);
	}

	@Test
	void whenClientHasARoleThenNoApiKeyIsInherited() {
		assertThat(bind("credentials.api-key=key", "clients.it.credentials.assume-role.arn=" + ARN + "own")
			.getCredentials()
			.getApiKey()).isNull();
	}

	@Test
	void whenClientPrefersOneWayToAuthenticateThenTheOtherIsNotInherited() {
		assertThat(
				bind("credentials.api-key=key", "clients.it.credentials.auth-scheme-preference=sigv4").getCredentials()
					.getApiKey())
			.isNull();
		assertThat(bind("credentials.profile=profile", "clients.it.credentials.auth-scheme-preference=httpBearerAuth")
			.getCredentials()
			.getProfile()).isNull();
	}

	@Test
	void whenClientSetsAnEmptyKeyThenItHasNoKey() {
		assertThat(bind("credentials.api-key=key", "clients.it.credentials.api-key=").getCredentials().getApiKey())
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "region=eu-west-1, 0", "endpoint=http://localhost, 0", "credentials.profile=own, 0",
			"default-model=own, 1" })
	void whenClientHasAnotherTargetThenItDoesNotInheritFailoverTargets(String own, int targets) {
		BedrockRuntimeFailoverProperties failover = bind("failover.targets[0].region=us-east-1",
				"failover.cool-down=7s", "clients.it." + own)
			.getFailover();
		assertThat(failover.getTargets()).hasSize(targets);
		assertThat(failover.getCoolDown()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void whenClientHasAGuardrailThenVersionOfAnotherIsNotInherited() {
		String[] guardrail = { "guardrail.identifier=gr", "guardrail.version=7", "guardrail.trace=enabled" };
		assertThat(bind(guardrail, "clients.it.guardrail.identifier=own").getGuardrail().getVersion()).isNull();
		assertThat(bind(guardrail, "clients.it.guardrail.version=8").getGuardrail().getIdentifier()).isEqualTo("gr");
		assertThat(bind(guardrail, "clients.it.region=us-east-1").getGuardrail().getIdentifier()).isEqualTo("gr");
		assertThat(new BedrockRuntimePropertiesMapper(bind(guardrail, "clients.it.guardrail.identifier="))
			.requestDefaults()).isEqualTo(RequestDefaults.none());
	}

	@Test
	void whenClientHasAProxyThenPasswordOfAnotherIsNotInherited() {
		String[] proxy = { "http.proxy.host=top", "http.proxy.port=3128", "http.proxy.username=user",
				"http.proxy.password=s3cret", "http.proxy.non-proxy-hosts=a" };
		BedrockRuntimeHttpProperties.Proxy own = bind(proxy, "clients.it.http.proxy.host=own").getHttp().getProxy();
		assertThat(Arrays.asList(own.getHost(), own.getPort(), own.getUsername(), own.getPassword()))
			.containsExactly("own", null, null, null);
		assertThat(own.getNonProxyHosts()).isEmpty();
		assertThat(bind(proxy, "clients.it.http.proxy.username=own").getHttp().getProxy().getPassword()).isNull();
		assertThat(new HttpSettings(bind(proxy, "clients.it.http.proxy.host=").getHttp()).connectionSettings().proxy())
			.isNull();
		assertThat(bind(proxy, "clients.it.http.max-connections=1").getHttp().getProxy().getPassword())
			.isEqualTo("s3cret");
	}

	@Test
	void whenClientDoesNotRetryThenNumberOfAttemptsIsNotInherited() {
		assertThat(bind("retry.max-attempts=5", "clients.it.retry.mode=none").getRetry().getMaxAttempts()).isNull();
		assertThat(bind("retry.max-attempts=5", "clients.it.retry.mode=adaptive").getRetry().getMaxAttempts())
			.isEqualTo(5);
	}

	@Test
	void shouldHaveSettingsOfItsOwnInAnApplication() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.retry.max-attempts=7", "bedrock.runtime.timeouts.idle=7s",
					"bedrock.runtime.failover.targets[0].region=eu-west-1", "bedrock.runtime.credentials.api-key=key",
					"AWS_BEARER_TOKEN_BEDROCK=env", "bedrock.runtime.clients.it.region=us-east-1",
					"bedrock.runtime.clients.it.credentials.access-key=access",
					"bedrock.runtime.clients.it.credentials.secret-key=secret",
					"bedrock.runtime.clients.it.retry.mode=adaptive")
			.run((context) -> {
				List<ConfiguredClient> clients = context.getBean(ConfiguredClients.class).usable();
				assertThat(clients).hasSize(2);
				ConfiguredClient unnamed = clients.get(0);
				ConfiguredClient it = clients.get(1);
				assertThat(unnamed.settings().failover().targets()).extracting(FailoverTarget::region)
					.containsExactly("eu-west-1");
				assertThat(unnamed.authentication()).hasToString("API key of properties");
				assertThat(it.settings().failover().targets()).isEmpty();
				assertThat(it.settings().retries()).isEqualTo(RetrySettings.adaptive().withMaxAttempts(7));
				assertThat(it.settings().timeouts()).isEqualTo(unnamed.settings().timeouts());
				assertThat(it.authentication()).hasToString("credentials of properties");
				assertThat(it.authentication().credentialsProvider().resolveIdentity().join().accessKeyId())
					.isEqualTo("access");
			});
	}

	@ParameterizedTest
	@CsvSource({ "https://vpce-1.bedrock-runtime.eu-central-1.vpce.amazonaws.com, true",
			"https://bedrock-runtime.eu-central-1.api.aws, true",
			"https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com, false", "http://localhost:8080, false",
			"https://proxy.eu-central-1.example.com, false" })
	void whenInheritedEndpointBelongsToAnotherRegionThenItIsRejected(String endpoint, boolean refused) {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.endpoint=" + endpoint, "bedrock.runtime.clients.it.region=us-east-1")
			.run((context) -> {
				ConfiguredClients clients = context.getBean(ConfiguredClients.class);
				assertThat(clients.unusable().containsKey("it")).isEqualTo(refused);
				if (refused) {
					assertThat(clients.unusable().get("it")).hasMessage("'bedrock.runtime.clients.it.region' is "
							+ "'us-east-1', but the endpoint of 'bedrock.runtime.endpoint' belongs to 'eu-central-1'");
				}
				else {
					assertThat(clients.usable().get(1).endpoint().uri()).isEqualTo(URI.create(endpoint));
				}
			});
	}

	@Test
	void whenClientLeavesEndpointEmptyThenItCallsThatOfItsRegion() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.endpoint=https://bedrock-runtime.eu-central-1.amazonaws.com",
					"bedrock.runtime.clients.it.region=us-east-1", "bedrock.runtime.clients.it.endpoint=")
			.run((context) -> assertThat(context.getBean(ConfiguredClients.class).usable().get(1).endpoint().uri())
				.isNull());
	}

	@Test
	void whenConnectionDetailsAreThereThenEachClientCallsTheirEndpoint() {
		URI endpoint = URI.create("http://details.example:8080");
		this.contextRunner.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

			@Override
			public URI getEndpoint() {
				return endpoint;
			}

		})
			.withPropertyValues("bedrock.runtime.clients.it.endpoint=https://own.example.com")
			.run((context) -> assertThat(context.getBean(ConfiguredClients.class).usable())
				.extracting((client) -> client.endpoint().uri())
				.containsExactly(endpoint, endpoint));
	}

	private static BedrockRuntimeClientProperties bind(String[] top, String own) {
		return bind(Stream.concat(Arrays.stream(top), Stream.of(own)).toArray(String[]::new));
	}

	private static BedrockRuntimeClientProperties bind(String... properties) {
		MockEnvironment environment = new MockEnvironment();
		for (String property : properties) {
			int value = property.indexOf('=');
			environment.setProperty("bedrock.runtime." + property.substring(0, value), property.substring(value + 1));
		}
		return NamedClientProperties.bind("it", environment).properties();
	}

}
