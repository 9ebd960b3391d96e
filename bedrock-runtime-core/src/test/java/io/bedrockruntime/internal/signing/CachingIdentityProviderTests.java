package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.identity.IdentityResolution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CachingIdentityProvider}.
 */
class CachingIdentityProviderTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final Duration HOUR = Duration.ofHours(1);

	private final TestClock clock = new TestClock();

	private final List<IdentityResolution> resolutions = new CopyOnWriteArrayList<>();

	private final TestProvider provider = new TestProvider();

	private final CachingIdentityProvider<TokenIdentity> identity = of(this.provider);

	private CachingIdentityProvider<TokenIdentity> of(IdentityProvider<TokenIdentity> provider) {
		return new CachingIdentityProvider<>(
				new IdentitySource<>(provider, "key", "httpBearerAuth",
						(identity) -> IdentityChecks.requireVisible("Key", identity.token()), this.resolutions::add),
				this.clock, this.clock::nanoTime);
	}

	private String resolve() {
		return this.identity.resolve().map(TokenIdentity::token).block(WAIT);
	}

	private boolean replace(String rejected) {
		return Boolean.TRUE.equals(replacing(rejected).block(WAIT));
	}

	private Mono<Boolean> replacing(String rejected) {
		return this.identity.replace((identity) -> identity.token().equals(rejected));
	}

	private Expiring expiring(String token, Duration life) {
		return new Expiring(token, this.clock.instant().plus(life));
	}

	private static Expiring withoutExpiration(String token) {
		return new Expiring(token, null);
	}

	// Single call for all callers

	@Test
	void whenManyCallersWaitThenProviderIsCalledOnce() {
		this.provider.then(withoutExpiration("key")).hang();
		List<CompletableFuture<String>> waiting = IntStream.range(0, 1000)
			.mapToObj((i) -> this.identity.resolve().map(TokenIdentity::token).toFuture())
			.toList();
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		this.provider.release(1000);
		assertThat(waiting).allSatisfy((future) -> assertThat(future).succeedsWithin(WAIT).isEqualTo("key"));
		assertThat(this.provider.calls).hasValue(1);
	}

	@Test
	void whenOneWaitingCallerCancelsThenOthersReceiveIdentity() {
		this.provider.then(withoutExpiration("key")).hang();
		Disposable first = this.identity.resolve().subscribe();
		CompletableFuture<TokenIdentity> second = this.identity.resolve().toFuture();
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		first.dispose();
		this.provider.release(2);
		assertThat(second).succeedsWithin(WAIT);
		assertThat(this.provider.calls).hasValue(1);
	}

	@Test
	void whenProviderFailsThenAllCallersFailAndNextCallRetries() {
		this.provider.thenSupply(() -> {
			throw new IllegalStateException("first");
		}).then(expiring("key", HOUR)).hang();
		List<CompletableFuture<TokenIdentity>> waiting = List.of(this.identity.resolve().toFuture(),
				this.identity.resolve().toFuture());
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		this.provider.release(1000);
		assertThat(waiting).allSatisfy((future) -> assertThat(future).failsWithin(WAIT)
			.withThrowableThat()
			.withRootCauseInstanceOf(IllegalStateException.class)
			.withMessageContaining("first"));
		assertThat(resolve()).isEqualTo("key");
		assertThat(this.provider.calls).hasValue(2);
	}

	@Test
	void whenClassesOfProviderAreMissingThenCallerFails() {
		this.provider.thenSupply(() -> {
			throw new NoClassDefFoundError("software/amazon/Missing");
		});
		assertThatExceptionOfType(CompletionException.class).isThrownBy(this::resolve)
			.withCauseInstanceOf(NoClassDefFoundError.class);
	}

	@Test
	void whenProviderReturnsNullThenCallerFails() {
		this.provider.thenSupply(() -> null);
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(this::resolve)
			.withMessage("The provider returned no key");
	}

	@Test
	void whenIdentityIsInvalidThenItIsNotCached() {
		this.provider.then(expiring("a\r\nx-injected: b", HOUR)).then(expiring("key", HOUR));
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(this::resolve)
			.withMessage("Key is empty or contains characters that are not allowed");
		assertThat(resolve()).isEqualTo("key");
	}

	// Expiration

	@Test
	void whenIdentityHasNoExpirationThenProviderIsCalledEachTime() {
		this.provider.then(withoutExpiration("a")).then(new Expiring("b", null));
		assertThat(resolve()).isEqualTo("a");
		assertThat(resolve()).isEqualTo("b");
	}

	@Test
	void whenIdentityIsValidThenProviderIsNotCalledAgain() {
		this.provider.then(expiring("a", HOUR)).then(expiring("b", HOUR));
		assertThat(resolve()).isEqualTo("a");
		this.clock.advance(Duration.ofMinutes(52));
		assertThat(resolve()).isEqualTo("a");
		assertThat(this.provider.calls).hasValue(1);
	}

	@Test
	void whenIdentityExpiresSoonThenItIsRefreshedInBackground() {
		this.provider.then(expiring("a", HOUR)).then(expiring("b", HOUR.plus(HOUR)));
		resolve();
		this.provider.hang();
		this.clock.advance(Duration.ofMinutes(55));
		assertThat(resolve()).isEqualTo("a");
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		assertThat(resolve()).isEqualTo("a");
		this.provider.release(1000);
		await().atMost(WAIT).until(() -> resolve().equals("b"));
		assertThat(this.provider.calls).hasValue(2);
	}

	@Test
	void whenRefreshFailsThenIdentityIsUsedUntilItExpires() {
		this.provider.then(expiring("a", HOUR)).thenSupply(() -> {
			throw new IllegalStateException("down");
		});
		resolve();
		this.clock.advance(Duration.ofMinutes(55));
		assertThat(resolve()).isEqualTo("a");
		await().atMost(WAIT).until(() -> this.provider.calls.get() == 2 && this.provider.activeCalls.get() == 0);
		// No other call starts until the failure is recorded, or soon afterwards.
		this.clock.advance(Duration.ofMinutes(4));
		await().atMost(WAIT).until(() -> resolve().equals("a") && this.provider.calls.get() == 3);
		this.clock.advance(Duration.ofMinutes(1));
		assertThatIllegalStateException().isThrownBy(this::resolve).withMessageContaining("down");
	}

	@Test
	void whenProviderRepeatsExpiringIdentityThenItIsNotCalledEachTime() {
		this.provider.then(expiring("a", HOUR));
		resolve();
		this.clock.advance(Duration.ofMinutes(55));
		resolve();
		await().atMost(WAIT).until(() -> this.provider.calls.get() == 2 && this.provider.activeCalls.get() == 0);
		await().atMost(WAIT).untilAsserted(() -> {
			int calls = this.provider.calls.get();
			IntStream.range(0, 100).forEach((i) -> resolve());
			assertThat(this.provider.calls).hasValue(calls);
		});
		assertThat(this.provider.calls.get()).isLessThan(10);
	}

	@Test
	void whenProviderReturnsExpiredIdentityThenItIsUsedAndNotCached() {
		// As with instance metadata that is temporarily unavailable.
		this.provider.then(expiring("old", HOUR.negated())).then(expiring("new", HOUR));
		assertThat(resolve()).isEqualTo("old");
		assertThat(resolve()).isEqualTo("new");
	}

	// Hanging providers

	@Test
	void whenProviderHangsThenLaterCallRetriesAndAllReceiveIdentity() {
		this.provider.then(withoutExpiration("key")).hang();
		CompletableFuture<TokenIdentity> first = this.identity.resolve().toFuture();
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		this.clock.advance(IdentityRefresh.HANG_TIMEOUT.minusNanos(1));
		this.identity.resolve().subscribe();
		assertThat(this.provider.calls).hasValue(1);
		this.clock.advance(Duration.ofNanos(1));
		CompletableFuture<TokenIdentity> later = this.identity.resolve().toFuture();
		// The hanging call is interrupted, which does not fail the waiting callers.
		await().atMost(WAIT).until(() -> this.provider.calls.get() == 2 && this.provider.activeCalls.get() == 1);
		this.provider.release(1);
		assertThat(first).succeedsWithin(WAIT);
		assertThat(later).succeedsWithin(WAIT);
	}

	@Test
	void whenProviderKeepsHangingThenItIsCalledLessAndLessOften() {
		ManualProvider manual = new ManualProvider();
		CachingIdentityProvider<TokenIdentity> hanging = of(manual);
		for (int i = 0; i < 10; i++) {
			int calls = i + 1;
			hanging.resolve().subscribe().dispose();
			await().atMost(WAIT).until(() -> manual.futures.size() == calls);
			this.clock.advance(IdentityRefresh.HANG_TIMEOUT.multipliedBy(1L << i).minusNanos(1));
			hanging.resolve().subscribe().dispose();
			assertThat(manual.futures).hasSize(calls);
			this.clock.advance(Duration.ofNanos(1));
		}
		CompletableFuture<TokenIdentity> waiting = hanging.resolve().toFuture();
		manual.futures.get(0).complete(withoutExpiration("key"));
		assertThat(waiting).succeedsWithin(WAIT);
	}

	// Rejections

	@Test
	void whenIdentityIsRejectedThenItIsReplaced() {
		this.provider.then(expiring("a", HOUR)).then(expiring("b", HOUR));
		resolve();
		assertThat(replace("a")).isTrue();
		assertThat(resolve()).isEqualTo("b");
		assertThat(this.provider.calls).hasValue(2);
		assertThat(this.provider.invalidated).hasValue(1);
	}

	@Test
	void whenIdentityWasAlreadyReplacedThenProviderIsNotCalled() {
		this.provider.then(expiring("b", HOUR));
		resolve();
		assertThat(replace("a")).isTrue();
		assertThat(this.provider.calls).hasValue(1);
		assertThat(this.provider.invalidated).hasValue(0);
	}

	@Test
	void whenProviderRepeatsRejectedIdentityThenItIsNotCalledForAWhile() {
		this.provider.then(expiring("a", HOUR));
		resolve();
		assertThat(replace("a")).isFalse();
		assertThat(replace("a")).isFalse();
		assertThat(this.provider.invalidated).hasValue(1);
		this.clock.advance(CachingIdentityProvider.REPLACEMENT_INTERVAL);
		assertThat(replace("a")).isFalse();
		assertThat(this.provider.invalidated).hasValue(2);
	}

	@Test
	void whenReplacementFailsThenRejectedIdentityIsNotUsedAgain() {
		this.provider.then(expiring("a", HOUR)).thenSupply(() -> {
			throw new IllegalStateException("down");
		}).then(expiring("b", HOUR));
		resolve();
		assertThat(replace("a")).isFalse();
		assertThat(resolve()).isEqualTo("b");
	}

	@Test
	void whenManyCallsAreRejectedThenProviderIsCalledOnce() {
		this.provider.then(expiring("a", HOUR)).then(expiring("b", HOUR));
		resolve();
		this.provider.hang();
		List<CompletableFuture<Boolean>> waiting = IntStream.range(0, 1000)
			.parallel()
			.mapToObj((i) -> replacing("a").toFuture())
			.toList();
		CompletableFuture<TokenIdentity> call = this.identity.resolve().toFuture();
		this.provider.release(1000);
		assertThat(waiting).allSatisfy((future) -> assertThat(future).succeedsWithin(WAIT).isEqualTo(true));
		assertThat(call).succeedsWithin(WAIT).extracting(TokenIdentity::token).isEqualTo("b");
		assertThat(this.provider.invalidated).hasValue(1);
		assertThat(this.provider.calls).hasValue(2);
	}

	@Test
	void whenRejectedIdentityArrivesLateThenItDoesNotReplaceItsSuccessor() {
		ManualProvider manual = new ManualProvider();
		CachingIdentityProvider<TokenIdentity> slow = of(manual);
		CompletableFuture<TokenIdentity> before = slow.resolve().toFuture();
		await().atMost(WAIT).until(() -> manual.futures.size() == 1);
		CompletableFuture<Boolean> replaced = slow.replace((identity) -> identity.token().equals("a")).toFuture();
		await().atMost(WAIT).until(() -> manual.futures.size() == 2);
		manual.futures.get(1).complete(expiring("b", HOUR));
		manual.futures.get(0).complete(expiring("a", HOUR));
		assertThat(replaced).succeedsWithin(WAIT).isEqualTo(true);
		assertThat(before).succeedsWithin(WAIT).extracting(TokenIdentity::token).isEqualTo("a");
		assertThat(slow.resolve().map(TokenIdentity::token).block(WAIT)).isEqualTo("b");
	}

	// Listeners

	@Test
	void whenProviderRespondsThenListenerIsNotifiedBeforeCallers() {
		this.provider.then(expiring("a", HOUR)).hang();
		CompletableFuture<List<IdentityResolution>> notified = this.identity.resolve()
			.map((identity) -> List.copyOf(this.resolutions))
			.toFuture();
		await().atMost(WAIT).until(() -> this.provider.activeCalls.get() == 1);
		this.clock.advance(Duration.ofSeconds(3));
		Instant expiration = TestClock.START.plus(HOUR);
		this.provider.release(1000);
		assertThat(notified).succeedsWithin(WAIT)
			.isEqualTo(List.of(new IdentityResolution("httpBearerAuth", "TestProvider",
					IdentityResolution.Outcome.SUCCESS, Duration.ofSeconds(3), expiration)));
		resolve();
		assertThat(this.resolutions).hasSize(1);
	}

	@Test
	void whenIdentityIsMissingOrInvalidThenListenerReceivesError() {
		this.provider.thenSupply(() -> {
			throw new IllegalStateException("s3cret");
		}).thenSupply(() -> null).then(expiring("s3cret key", HOUR));
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::resolve);
		}
		assertThat(this.resolutions).hasSize(3)
			.allSatisfy((resolution) -> assertThat(resolution.outcome()).isEqualTo(IdentityResolution.Outcome.ERROR))
			.allSatisfy((resolution) -> assertThat(resolution.expiration()).isNull());
		assertThat(this.resolutions.toString()).doesNotContain("s3cret");
	}

	@Test
	void whenListenerThrowsThenCallerReceivesIdentity() {
		this.provider.then(expiring("a", HOUR));
		CachingIdentityProvider<TokenIdentity> caching = new CachingIdentityProvider<>(
				new IdentitySource<>(this.provider, "key", "httpBearerAuth", (identity) -> {
				}, (resolution) -> {
					throw new NoClassDefFoundError("software/amazon/Missing");
				}), this.clock, this.clock::nanoTime);
		assertThat(caching.resolve().map(TokenIdentity::token).block(WAIT)).isEqualTo("a");
	}

	private record Expiring(String token, @Nullable Instant expiration) implements TokenIdentity {

		@Override
		public Optional<Instant> expirationTime() {
			return Optional.ofNullable(this.expiration);
		}

	}

	/** Provider whose futures are completed by the test. */
	private static final class ManualProvider implements IdentityProvider<TokenIdentity> {

		private final List<CompletableFuture<TokenIdentity>> futures = new CopyOnWriteArrayList<>();

		@Override
		public Class<TokenIdentity> identityType() {
			return TokenIdentity.class;
		}

		@Override
		public CompletableFuture<TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
			CompletableFuture<TokenIdentity> future = new CompletableFuture<>();
			this.futures.add(future);
			return future;
		}

	}

}
