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
 * A provider that answers as it is told, counts who asks, and can be made to wait.
 */
class TestProvider implements RefreshableIdentityProvider<TokenIdentity> {

	final AtomicInteger asked = new AtomicInteger();

	final AtomicInteger invalidated = new AtomicInteger();

	final AtomicInteger inside = new AtomicInteger();

	private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

	private final Deque<Supplier<TokenIdentity>> answers = new ArrayDeque<>();

	/**
	 * Answer with each in turn, and with the last one from then on.
	 */
	final TestProvider thenAnswer(Supplier<TokenIdentity> answer) {
		synchronized (this.answers) {
			this.answers.add(answer);
		}
		return this;
	}

	final TestProvider then(TokenIdentity identity) {
		return thenAnswer(() -> identity);
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
		this.asked.incrementAndGet();
		this.inside.incrementAndGet();
		try {
			if (!this.gate.tryAcquire(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Nobody let it go on");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Interrupted", ex);
		}
		finally {
			this.inside.decrementAndGet();
		}
		synchronized (this.answers) {
			Supplier<TokenIdentity> answer = (this.answers.size() > 1) ? this.answers.removeFirst()
					: this.answers.getFirst();
			return CompletableFuture.completedFuture(answer.get());
		}
	}

}
