package io.bedrockruntime.emulator.soak;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.settings.Timeouts;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One client for each scenario, on one inspectable pool.
 */
final class SoakClients implements ConnectionProvider.MeterRegistrar, AutoCloseable {

	/** Short enough to expire often. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Map<SocketAddress, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

	private final ConnectionProvider provider = ConnectionProvider.builder("soak")
		.maxConnections(1000)
		.metrics(true, () -> this)
		.build();

	private final Map<SoakScenario, ReactiveBedrockRuntimeTemplate> clients = new EnumMap<>(SoakScenario.class);

	SoakClients(SoakServerProcess server) {
		for (SoakScenario scenario : SoakScenario.values()) {
			Timeouts timeouts = timeouts(scenario);
			HttpClient httpClient = HttpClientResources.create(timeouts).configure(HttpClient.create(this.provider));
			this.clients.put(scenario, ReactiveBedrockRuntimeTemplate.builder()
				.endpoint(server.endpoint(scenario))
				.region("us-east-1")
				.credentialsProvider(StaticCredentialsProvider.create(
						AwsBasicCredentials.create("AKIAEMULATOREXAMPLE0", "emulator/secret/access/key/of/no/account")))
				.timeouts(timeouts)
				.webClientBuilder(WebClient.builder().clientConnector(new ReactorClientHttpConnector(httpClient)))
				.build());
		}
	}

	private static Timeouts timeouts(SoakScenario scenario) {
		Timeouts timeouts = Timeouts.defaults().withConnect(Duration.ofSeconds(30));
		return switch (scenario) {
			case SILENT -> timeouts.withIdle(PATIENCE);
			case SILENT_BEFORE_EVENTS, SILENT_BEFORE_HEADERS -> timeouts.withResponse(PATIENCE);
			default -> timeouts;
		};
	}

	ReactiveBedrockRuntimeTemplate client(SoakScenario scenario) {
		return this.clients.get(scenario);
	}

	int inUse() {
		return sum(ConnectionPoolMetrics::acquiredSize);
	}

	int idle() {
		return sum(ConnectionPoolMetrics::idleSize);
	}

	int pending() {
		return sum(ConnectionPoolMetrics::pendingAcquireSize);
	}

	private int sum(ToIntFunction<ConnectionPoolMetrics> number) {
		return this.pools.values().stream().mapToInt(number).sum();
	}

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.pools.put(remoteAddress, metrics);
	}

	@Override
	public void close() {
		this.clients.values().forEach(ReactiveBedrockRuntimeTemplate::close);
		this.provider.disposeLater().block(Duration.ofSeconds(20));
	}

}
