package io.bedrockruntime.emulator.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.FaultyEndpoint;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.TestCertificate;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.tcp.SslProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Faults before a request is sent: no connection, no TLS, no free connection of the pool,
 * no credentials.
 */
@Tag("exhaustive")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionFaultTests {

	private static final Timeouts CLOCKS = Timeouts.defaults().withConnect(FaultRig.WAIT).withResponse(FaultRig.WAIT);

	@TempDir
	static Path folder;

	private static FaultRig rig;

	@BeforeAll
	static void start() {
		rig = new FaultRig();
	}

	@AfterAll
	static void stop() {
		rig.close();
	}

	@BeforeEach
	void reset() {
		rig.emulator.reset();
	}

	static Stream<Arguments> endpoints() {
		Timeouts shortConnect = CLOCKS.withConnect(Duration.ofMillis(300));
		Timeouts shortResponse = CLOCKS.withResponse(Duration.ofMillis(300));
		List<Arguments> arguments = new ArrayList<>();
		Cell.all().forEach((cell) -> {
			arguments.add(endpoint(cell, "refused", FaultyEndpoint::refusing, false, CLOCKS,
					ConnectionFailedException.class));
			arguments.add(endpoint(cell, "black hole", FaultyEndpoint::blackHole, false, shortConnect,
					ConnectTimeoutException.class));
			arguments.add(endpoint(cell, "slow connect",
					() -> FaultyEndpoint.slow(Duration.ofSeconds(30), rig.emulator.endpoint()), false, shortConnect,
					ConnectTimeoutException.class));
			arguments.add(endpoint(cell, "silent", FaultyEndpoint::silent, false, shortResponse,
					ResponseTimeoutException.class));
			arguments.add(endpoint(cell, "silent TLS", FaultyEndpoint::silent, true, shortConnect,
					ConnectTimeoutException.class));
			arguments
				.add(endpoint(cell, "closing", FaultyEndpoint::closing, false, CLOCKS, ConnectionResetException.class));
			arguments.add(endpoint(cell, "resetting", FaultyEndpoint::resetting, false, CLOCKS,
					ConnectionResetException.class));
		});
		return arguments.stream();
	}

	private static Arguments endpoint(Cell cell, String name, Supplier<FaultyEndpoint> endpoint, boolean tls,
			Timeouts timeouts, Class<? extends Throwable> failure) {
		return arguments(name, cell, endpoint, tls, timeouts, failure);
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("endpoints")
	void whenEndpointIsFaultyThenFailureIsTyped(String name, Cell cell, Supplier<FaultyEndpoint> endpoint, boolean tls,
			Timeouts timeouts, Class<? extends Throwable> failure) {
		try (FaultyEndpoint faulty = endpoint.get();
				FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(),
						tls ? faulty.tlsEndpoint() : faulty.endpoint(), timeouts, (builder) -> builder)) {
			FaultRig.Outcome outcome = client.call(cell);
			// A reset may arrive before the client has established the connection.
			assertThat(outcome.failure()).isInstanceOfAny(failure,
					name.equals("resetting") ? ConnectionFailedException.class : failure);
			assertThat(outcome.values()).isEmpty();
			Poll.until(() -> client.inUse() == 0);
			outcome.checkSignals();
		}
	}

	static Stream<Arguments> certificates() {
		TestCertificate sound = TestCertificate.create(folder);
		TestCertificate other = TestCertificate.ofAnotherHost(folder);
		TestCertificate expired = TestCertificate.expired(folder);
		return Cell.all()
			.flatMap((cell) -> Stream.of(arguments("of an unknown authority", cell, sound, false),
					arguments("of another host", cell, other, true), arguments("expired", cell, expired, true)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("certificates")
	void whenCertificateIsWrongThenNothingIsSent(String name, Cell cell, TestCertificate certificate, boolean trusted)
			throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tls(certificate.keyManagers()).start();
				FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(), emulator.endpoint(), CLOCKS,
						(builder) -> builder,
						(http) -> trusted ? http.secure((spec) -> trusting(spec, cell, certificate)) : http, 50)) {
			FaultRig.Outcome outcome = client.call(cell);
			assertThat(outcome.failure()).isExactlyInstanceOf(ConnectionFailedException.class);
			assertThat(emulator.requests()).isEmpty();
			Poll.until(() -> client.inUse() == 0);
			outcome.checkSignals();
		}
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.emulator.fault.Cell#all")
	void whenPoolIsExhaustedThenAcquireTimeoutExpires(Cell cell) {
		rig.emulator.script().fault(new Fault.SilenceBeforeHeaders(Fault.FOREVER));
		try (FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(), rig.emulator.endpoint(),
				CLOCKS.withAcquire(Duration.ofSeconds(1)), (builder) -> builder, (http) -> http, 1)) {
			Disposable first = Flux.from(client.publisher(cell.operation())).subscribe();
			rig.emulator.awaitRequests(1, FaultRig.WAIT);
			FaultRig.Outcome outcome = client.call(cell);
			assertThat(outcome.failure()).isExactlyInstanceOf(AcquireTimeoutException.class);
			assertThat(rig.emulator.requests()).hasSize(1);
			first.dispose();
			rig.emulator.awaitCancellations(1, FaultRig.WAIT);
			Poll.until(() -> client.inUse() == 0);
			assertThat(client.call(cell).failure()).isNull();
			outcome.checkSignals();
		}
	}

	static Stream<Arguments> providers() {
		return Cell.all()
			.flatMap((cell) -> Stream.of(
					arguments("hang", cell, new CompletableFuture<AwsCredentialsIdentity>(),
							ResponseTimeoutException.class),
					arguments("fail", cell, CompletableFuture.<AwsCredentialsIdentity>failedFuture(
							new IllegalStateException("no credentials")), CredentialsException.class)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("providers")
	void whenCredentialsHangOrFailThenNothingIsSent(String name, Cell cell,
			CompletableFuture<AwsCredentialsIdentity> credentials, Class<? extends Throwable> failure) {
		Timeouts timeouts = (failure == ResponseTimeoutException.class) ? CLOCKS.withResponse(Duration.ofMillis(300))
				: CLOCKS;
		try (FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(), rig.emulator.endpoint(), timeouts,
				(builder) -> builder.credentialsProvider(new Provider(() -> credentials)))) {
			FaultRig.Outcome outcome = client.call(cell);
			assertThat(outcome.failure()).isExactlyInstanceOf(failure);
			assertThat(rig.emulator.requests()).isEmpty();
			outcome.checkSignals();
		}
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.emulator.fault.Cell#all")
	void whenCredentialsExpireAndThereAreNoOthersThenServiceSaysSoAndRecoversWithThem(Cell cell) {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start()) {
			AwsCredentialsIdentity[] known = { identity("AKIAOLD", "one") };
			emulator.rotateCredentials("AKIAOLD", "one", null);
			try (FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(), emulator.endpoint(), CLOCKS,
					(builder) -> builder
						.credentialsProvider(new Provider(() -> CompletableFuture.completedFuture(known[0]))))) {
				assertThat(client.call(cell).failure()).isNull();
				emulator.rotateCredentials("AKIANEW", "two", null);
				FaultRig.Outcome outcome = client.call(cell);
				assertThat(outcome.failure()).isExactlyInstanceOf(BedrockRuntimeServiceException.class)
					.satisfies((ex) -> assertThat(((BedrockRuntimeServiceException) ex).errorCode())
						.isEqualTo("ExpiredTokenException"));
				known[0] = identity("AKIANEW", "two");
				assertThat(client.call(cell).failure()).isNull();
				Poll.until(() -> client.inUse() == 0);
				outcome.checkSignals();
			}
		}
	}

	private static AwsCredentialsIdentity identity(String accessKeyId, String secret) {
		return AwsCredentialsIdentity.create(accessKeyId, secret);
	}

	private static void trusting(SslProvider.SslContextSpec spec, Cell cell, TestCertificate certificate) {
		if (cell.isHttp2()) {
			spec.sslContext((GenericSslContextSpec<?>) Http2SslContextSpec.forClient()
				.configure((context) -> context.trustManager(certificate.trustManagers())));
		}
		else {
			spec.sslContext((GenericSslContextSpec<?>) Http11SslContextSpec.forClient()
				.configure((context) -> context.trustManager(certificate.trustManagers())));
		}
	}

	/**
	 * Credentials that a test releases.
	 */
	private record Provider(Supplier<CompletableFuture<AwsCredentialsIdentity>> credentials)
			implements
				IdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			return this.credentials.get();
		}

	}

}
