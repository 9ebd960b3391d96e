package io.bedrockruntime.autoconfigure.internal.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RenewableCredentialsProvider}.
 */
class RenewableCredentialsProviderTests {

	private static final AwsCredentialsIdentity CREDENTIALS = AwsCredentialsIdentity.create("access", "secret");

	private final List<TestProvider> made = new ArrayList<>();

	private final RenewableCredentialsProvider<TestProvider> provider = new RenewableCredentialsProvider<>(this::make);

	private TestProvider make() {
		TestProvider provider = new TestProvider();
		this.made.add(provider);
		return provider;
	}

	@Test
	void whenCredentialsAreNotRequestedThenNoProviderIsCreated() {
		this.provider.invalidate();
		this.provider.close();
		assertThat(this.made).isEmpty();
	}

	@Test
	void whenCredentialsAreAcceptedThenOneProviderIsCalled() {
		this.provider.resolveIdentity();
		this.provider.resolveIdentity();
		assertThat(this.made).singleElement().satisfies((made) -> assertThat(made.futures).hasSize(2));
	}

	@Test
	void whenProviderWasCreatedThenItsNameIsShown() {
		assertThat(this.provider.providerName()).isEqualTo("RenewableCredentialsProvider");
		this.provider.resolveIdentity();
		assertThat(this.provider.providerName()).isEqualTo("TestProvider");
		this.provider.invalidate();
		assertThat(this.provider.providerName()).isEqualTo("TestProvider");
	}

	@Test
	void whenCredentialsAreRejectedThenProviderIsClosedAndNextOneIsCalled() {
		answer(this.provider.resolveIdentity(), 0);
		this.provider.invalidate();
		assertThat(this.made).singleElement().satisfies((made) -> assertThat(made.closed).isEqualTo(1));
		CompletableFuture<? extends AwsCredentialsIdentity> next = this.provider.resolveIdentity();
		answer(next, 1);
		assertThat(next).isCompletedWithValueMatching(CREDENTIALS::equals);
	}

	@Test
	void whenSomebodyWaitsForProviderThenItIsClosedAfterwards() {
		CompletableFuture<? extends AwsCredentialsIdentity> first = this.provider.resolveIdentity();
		this.provider.resolveIdentity();
		this.provider.invalidate();
		answer(first, 0);
		assertThat(this.made.get(0).closed).isZero();
		this.made.get(0).futures.get(1).completeExceptionally(new IllegalStateException("down"));
		assertThat(this.made.get(0).closed).isEqualTo(1);
	}

	@Test
	void whenProviderThrowsThenItCanStillBeClosed() {
		this.provider.resolveIdentity().cancel(true);
		this.made.get(0).failure = new IllegalStateException("down");
		assertThatIllegalStateException().isThrownBy(this.provider::resolveIdentity).withMessage("down");
		this.made.get(0).futures.get(0).complete(CREDENTIALS);
		this.provider.close();
		assertThat(this.made.get(0).closed).isEqualTo(1);
	}

	@Test
	void whenClosedThenNoFurtherProviderIsCreated() {
		answer(this.provider.resolveIdentity(), 0);
		this.provider.close();
		this.provider.close();
		assertThat(this.made.get(0).closed).isEqualTo(1);
		assertThatIllegalStateException().isThrownBy(this.provider::resolveIdentity);
		assertThat(this.made).hasSize(1);
	}

	@Test
	void whenCredentialsAreHadWithOthersThenThoseAreRenewedToo() {
		this.provider.resolveIdentity();
		RenewableCredentialsProvider<TestProvider> role = new RenewableCredentialsProvider<>(TestProvider::new,
				this.provider);
		role.invalidate();
		this.provider.resolveIdentity();
		assertThat(this.made).hasSize(2);
	}

	private void answer(CompletableFuture<? extends AwsCredentialsIdentity> asked, int number) {
		assertThat(asked).isNotDone();
		this.made.get(number).futures.get(0).complete(CREDENTIALS);
		assertThat(asked).isDone();
	}

	private static final class TestProvider implements IdentityProvider<AwsCredentialsIdentity>, SdkAutoCloseable {

		private final List<CompletableFuture<AwsCredentialsIdentity>> futures = new ArrayList<>();

		private RuntimeException failure;

		private int closed;

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			if (this.failure != null) {
				throw this.failure;
			}
			CompletableFuture<AwsCredentialsIdentity> future = new CompletableFuture<>();
			this.futures.add(future);
			return future;
		}

		@Override
		public void close() {
			this.closed++;
		}

	}

}
