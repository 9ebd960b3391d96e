package io.bedrockruntime.autoconfigure.internal.credentials;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Wrapper for an AWS credentials provider, which is replaced by a new one when the
 * service rejects its credentials, as its cache cannot be invalidated. The replaced
 * provider is closed when its last pending request completes.
 *
 * @param <P> the type of the AWS provider
 */
final class RenewableCredentialsProvider<P extends IdentityProvider<? extends AwsCredentialsIdentity> & SdkAutoCloseable>
		implements RefreshableIdentityProvider<AwsCredentialsIdentity>, SdkAutoCloseable {

	private final Supplier<P> providers;

	private final Runnable sourceInvalidation;

	private @Nullable Lease<P> current;

	private boolean closed;

	private volatile @Nullable String providerName;

	/**
	 * Create an instance.
	 * @param providers creates a provider when credentials are requested
	 */
	RenewableCredentialsProvider(Supplier<P> providers) {
		this(providers, () -> {
			// no-op: there is no source provider
		});
	}

	/**
	 * Create an instance.
	 * @param providers creates a provider when credentials are requested
	 * @param source the provider whose credentials it uses, and which may be the one with
	 * the rejected credentials
	 */
	RenewableCredentialsProvider(Supplier<P> providers, IdentityProvider<? extends AwsCredentialsIdentity> source) {
		this(providers, () -> {
			if (source instanceof RefreshableIdentityProvider<?> refreshable) {
				refreshable.invalidate();
			}
		});
	}

	private RenewableCredentialsProvider(Supplier<P> providers, Runnable sourceInvalidation) {
		this.providers = providers;
		this.sourceInvalidation = sourceInvalidation;
	}

	@Override
	public Class<AwsCredentialsIdentity> identityType() {
		return AwsCredentialsIdentity.class;
	}

	@Override
	public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
		Lease<P> lease = lease();
		try {
			CompletableFuture<? extends AwsCredentialsIdentity> identity = lease.provider.resolveIdentity(request);
			// Registered separately, as dependent stages do not run after cancellation.
			identity.whenComplete((value, failure) -> giveBack(lease));
			return identity;
		}
		catch (RuntimeException | Error ex) {
			giveBack(lease);
			throw ex;
		}
	}

	private synchronized Lease<P> lease() {
		if (this.closed) {
			throw new IllegalStateException("The provider is closed");
		}
		Lease<P> lease = this.current;
		if (lease == null) {
			lease = new Lease<>(this.providers.get());
			this.providerName = lease.provider.getClass().getSimpleName();
			this.current = lease;
		}
		lease.users++;
		return lease;
	}

	private void giveBack(Lease<P> lease) {
		boolean last;
		synchronized (this) {
			lease.users--;
			last = lease.users == 0 && lease != this.current;
		}
		if (last) {
			lease.provider.close();
		}
	}

	@Override
	public void invalidate() {
		this.sourceInvalidation.run();
		retire(false);
	}

	@Override
	public String providerName() {
		String name = this.providerName;
		return (name != null) ? name : RefreshableIdentityProvider.super.providerName();
	}

	@Override
	public void close() {
		retire(true);
	}

	private void retire(boolean forGood) {
		Lease<P> lease;
		boolean unused;
		synchronized (this) {
			this.closed = this.closed || forGood;
			lease = this.current;
			this.current = null;
			unused = lease != null && lease.users == 0;
		}
		if (lease != null && unused) {
			lease.provider.close();
		}
	}

	/**
	 * Provider and its number of pending requests, guarded by the enclosing instance's
	 * lock.
	 */
	private static final class Lease<P> {

		private final P provider;

		private int users;

		Lease(P provider) {
			this.provider = provider;
		}

	}

}
