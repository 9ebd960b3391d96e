package io.bedrockruntime.internal.signing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.bedrockruntime.identity.RefreshableIdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

/**
 * Provider with configured results that counts its calls and can be blocked.
 */
class TestProvider implements RefreshableIdentityProvider<TokenIdentity> {

	final AtomicInteger calls = new AtomicInteger();

	final AtomicInteger invalidated = new AtomicInteger();

	final AtomicInteger activeCalls = new AtomicInteger();

	private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

	private final Deque<Supplier<TokenIdentity>> results = new ArrayDeque<>();

	/**
	 * Return the configured results in turn, and the last one from then on.
	 */
	final TestProvider thenSupply(Supplier<TokenIdentity> result) {
		synchronized (this.results) {
			this.results.add(result);
		}
		return this;
	}

	final TestProvider then(TokenIdentity identity) {
		return thenSupply(() -> identity);
	}

	final TestProvider hang() {
		this.gate.drainPermits();
		return this;
	}

	final void release(int number) {
		this.gate.release(number);
	}

	@Override
	public Class<TokenIdentity> identityType() {
		return TokenIdentity.class;
	}

	@Override
	public void invalidate() {
		this.invalidated.incrementAndGet();
	}

	@Override
	public CompletableFuture<TokenIdentity> resolveIdentity(ResolveIdentityRequest request) {
		this.calls.incrementAndGet();
		this.activeCalls.incrementAndGet();
		try {
			if (!this.gate.tryAcquire(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The provider was not released");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Interrupted", ex);
		}
		finally {
			this.activeCalls.decrementAndGet();
		}
		synchronized (this.results) {
			Supplier<TokenIdentity> result = (this.results.size() > 1) ? this.results.removeFirst()
					: this.results.getFirst();
			return CompletableFuture.completedFuture(result.get());
		}
	}

}
