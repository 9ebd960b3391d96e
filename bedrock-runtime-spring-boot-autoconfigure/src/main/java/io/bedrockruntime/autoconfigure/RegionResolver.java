package io.bedrockruntime.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * Finds the region: that of the connection details, the property, a bean, and only then
 * what AWS's own chain finds in the environment. None is made up.
 */
class RegionResolver {

	static final String PROPERTY = BedrockRuntimeProperties.PREFIX + ".region";

	private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private final BedrockRuntimeConnectionDetails details;

	private final BedrockRuntimeProperties properties;

	private final AwsProfile profile;

	private final List<String> searched = new ArrayList<>();

	RegionResolver(BedrockRuntimeConnectionDetails details, BedrockRuntimeProperties properties, AwsProfile profile) {
		this.details = details;
		this.properties = properties;
		this.profile = profile;
	}

	String resolve(ObjectProvider<AwsRegionProvider> providers) {
		if (!(this.details instanceof PropertiesBedrockRuntimeConnectionDetails)) {
			this.searched.add("the bean of connection details");
			String region = this.details.getRegion();
			if (region != null && StringUtils.hasText(region)) {
				return validate(region, "The region of the connection details");
			}
		}
		this.searched.add("the property '" + PROPERTY + "'");
		String region = this.properties.getRegion();
		if (region != null && StringUtils.hasText(region)) {
			return validate(region, "'" + PROPERTY + "'", PROPERTY);
		}
		AwsRegionProvider provider = providers.getIfAvailable();
		if (provider != null) {
			this.searched.add("the bean of type AwsRegionProvider");
			return ask(provider);
		}
		this.searched.add("the system property 'aws.region'");
		this.searched.add("the environment variable 'AWS_REGION'");
		String profile = this.profile.configuredName();
		this.searched.add((profile != null) ? "the profile '" + profile + "' of AWS's configuration files"
				: "the profile of AWS's configuration files");
		this.searched.add("the instance metadata of EC2");
		return ask(DefaultAwsRegionProviderChain.builder()
			.profileFile(this.profile.files())
			.profileName(this.profile.name())
			.build());
	}

	private String ask(AwsRegionProvider provider) {
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

	private static String validate(String region, String what, String... properties) {
		String stripped = region.strip();
		if (!REGION.matcher(stripped).matches()) {
			throw new InvalidBedrockRuntimeConfigurationException(
					what + " is '" + stripped
							+ "', and the name of a region has lower case letters, digits and hyphens only",
					"Set it to the name of a region, for example 'eu-central-1'.", properties);
		}
		return stripped;
	}

}
