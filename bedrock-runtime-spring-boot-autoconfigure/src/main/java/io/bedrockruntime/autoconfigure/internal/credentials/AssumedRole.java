package io.bedrockruntime.autoconfigure.internal.credentials;

import io.bedrockruntime.autoconfigure.internal.aws.AwsProfile;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Authentication with a role. Loads only if the AWS SDK module {@code sts} is present.
 */
final class AssumedRole {

	private AssumedRole() {
	}

	/**
	 * Return authentication that assumes the role with the credentials of another source,
	 * when they are first needed.
	 */
	static BedrockRuntimeAuthentication with(BedrockRuntimeAuthentication source,
			IdentityProvider<? extends AwsCredentialsIdentity> sourceProvider, AssumeRoleSettings settings,
			String region, AwsProfile profile) {
		// The client reads other AWS settings itself, such as AWS_ENDPOINT_URL_STS.
		StsClient client = StsClient.builder()
			.region(Region.of(region))
			.credentialsProvider(sourceProvider)
			.overrideConfiguration((configuration) -> configuration.defaultProfileFileSupplier(profile.files())
				.defaultProfileName(profile.name()))
			.build();
		RenewableCredentialsProvider<StsAssumeRoleCredentialsProvider> provider = new RenewableCredentialsProvider<>(
				() -> assume(settings, client), sourceProvider);
		return BedrockRuntimeAuthentication.withCredentials(provider, () -> {
			provider.close();
			client.close();
			source.close();
		}, settings + " assumed with credentials of " + source.source());
	}

	private static StsAssumeRoleCredentialsProvider assume(AssumeRoleSettings settings, StsClient client) {
		return StsAssumeRoleCredentialsProvider.builder()
			.stsClient(client)
			.refreshRequest((request) -> request.roleArn(settings.arn())
				.roleSessionName(settings.sessionName())
				.externalId(settings.externalId())
				.durationSeconds(settings.durationSeconds()))
			.build();
	}

}
