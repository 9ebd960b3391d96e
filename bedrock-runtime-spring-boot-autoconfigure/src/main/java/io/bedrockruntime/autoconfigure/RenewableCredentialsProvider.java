package io.bedrockruntime.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Provider of AWS's that is replaced by a new one when the service refuses the
 * credentials it gave, as there is no other way to make it let go of them. One that is
 * replaced is closed once nobody waits for it any more.
 *
 * @param <P> the type of AWS's provider
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
	 * @param providers makes a provider, when credentials are asked for
	 */
	RenewableCredentialsProvider(Supplier<P> providers) {
		this(providers, () -> {
			// gets its credentials from nobody else
		});
	}

	/**
	 * Create an instance.
	 * @param providers makes a provider, when credentials are asked for
	 * @param source what such a provider gets its credentials with, and which may be the
	 * one that has the wrong ones
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
			// On its own, as it does not happen to a stage that has been cancelled.
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
			throw new IllegalStateException("The application that the provider belongs to is closed");
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

	/** A provider and how many are in it, guarded by the lock of the one who lends it. */
	private static final class Lease<P> {

		private final P provider;

		private int users;

		Lease(P provider) {
			this.provider = provider;
		}

	}

}
