package io.bedrockruntime.autoconfigure.internal.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.BedrockRuntimeRegionMissingException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Resolves the region from the connection details, the property, Spring Cloud AWS, a
 * bean, or AWS's default chain, in this order. There is no fallback region.
 */
public class RegionResolver {

	static final String PROPERTY = BedrockRuntimeProperties.PREFIX + ".region";

	private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private final @Nullable BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeClientProperties properties;

	private final AwsProfile profile;

	private final @Nullable SpringCloudAwsSettings librarySettings;

	private final List<String> searched = new ArrayList<>();

	public RegionResolver(@Nullable BedrockRuntimeConnectionDetails details, BedrockRuntimeClientProperties properties,
			AwsProfile profile, @Nullable SpringCloudAwsSettings librarySettings) {
		this.librarySettings = librarySettings;
		this.details = details;
		this.properties = properties;
		this.profile = profile;
	}

	/**
	 * Return the region and its source.
	 * @param providers the region provider beans
	 * @param cache the cached results of these beans and of AWS's default chain
	 */
	public SourcedSetting resolve(ObjectProvider<AwsRegionProvider> providers, RegionCache cache) {
		if (this.details != null) {
			this.searched.add("the bean of connection details");
			String region = PropertyValidator.text(this.details.getRegion());
			if (region != null) {
				return validate(new SourcedSetting(region, "The region of the connection details", null));
			}
		}
		this.searched.add("the property '" + PROPERTY + "'");
		String region = PropertyValidator.text(this.properties.getRegion());
		if (region != null) {
			return validate(new SourcedSetting(region, "'" + PROPERTY + "'", PROPERTY));
		}
		if (this.librarySettings != null && this.librarySettings.region() != null) {
			return validate(this.librarySettings.region());
		}
		AwsRegionProvider provider = providers.getIfAvailable();
		if (provider != null) {
			this.searched.add("the bean of type AwsRegionProvider");
			return validate(new SourcedSetting(call(() -> cache.get(provider, provider)),
					"the region of the bean of type AwsRegionProvider", null));
		}
		this.searched.add("the system property 'aws.region'");
		this.searched.add("the environment variable 'AWS_REGION'");
		String profile = this.profile.configuredName();
		this.searched.add((profile != null) ? "the profile '" + profile + "' of AWS's configuration files"
				: "the profile of AWS's configuration files");
		this.searched.add("the instance metadata of EC2");
		region = call(() -> cache.get(this.profile.key(),
				DefaultAwsRegionProviderChain.builder()
					.profileFile(this.profile.files())
					.profileName(this.profile.name())
					.build()));
		return validate(new SourcedSetting(region, sourceInChain(region), null));
	}

	/**
	 * Return the source of a region of AWS's default chain, which does not report it.
	 */
	private String sourceInChain(String region) {
		if (region.equals(System.getProperty(SdkSystemSetting.AWS_REGION.property()))) {
			return "the system property 'aws.region'";
		}
		if (region.equals(System.getenv(SdkSystemSetting.AWS_REGION.environmentVariable()))) {
			return "the environment variable 'AWS_REGION'";
		}
		SourcedSetting ofProfile = this.profile.setting("region");
		return (ofProfile != null && region.equals(ofProfile.value())) ? ofProfile.source()
				: "the instance metadata of EC2";
	}

	private String call(AwsRegionProvider provider) {
		Region region;
		try {
			region = provider.getRegion();
		}
		catch (SdkException ex) {
			throw new BedrockRuntimeRegionMissingException(this.searched, ex);
		}
		if (region == null) {
			throw new BedrockRuntimeRegionMissingException(this.searched, null);
		}
		return region.id();
	}

	public static boolean isRegion(String region) {
		return REGION.matcher(region).matches();
	}

	private SourcedSetting validate(SourcedSetting region) {
		if (!isRegion(region.value())) {
			throw region.failure(
					"is '" + region.value() + "', but a region name consists of lower case letters, digits and hyphens",
					"Set it to a region name, for example 'eu-central-1'.");
		}
		return region;
	}

}
