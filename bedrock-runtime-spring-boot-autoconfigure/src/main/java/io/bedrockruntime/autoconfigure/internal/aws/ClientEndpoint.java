package io.bedrockruntime.autoconfigure.internal.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.internal.config.ClientPropertyNames;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Endpoint that a client calls.
 *
 * @param setting the setting that contains it; {@code null} for the endpoint of the
 * region
 * @param uri the endpoint; {@code null} for the endpoint of the region
 * @param fips whether to call the region's FIPS endpoint
 * @param dualstack whether to call the region's dual-stack endpoint
 */
public record ClientEndpoint(@Nullable SourcedSetting setting, @Nullable URI uri, boolean fips, boolean dualstack) {

	private static final Pattern AWS = Pattern.compile(".*\\.(amazonaws\\.[a-z.]+|api\\.(aws|amazonwebservices\\..+))");

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

	public void applyTo(BedrockRuntimeBuilder builder) {
		builder.endpoint(this.uri).fips(this.fips).dualstack(this.dualstack);
	}

	/**
	 * Return the endpoint with the property names of a named client.
	 */
	public ClientEndpoint in(ClientPropertyNames names) {
		return new ClientEndpoint((this.setting != null) ? this.setting.in(names) : null, this.uri, this.fips,
				this.dualstack);
	}

	/**
	 * Reject an AWS endpoint of another region, as requests would be sent to that region.
	 */
	public void requireRegion(SourcedSetting region) {
		String other = region();
		if (this.setting != null && other != null && !other.equals(region.value())) {
			throw region.failure(
					"is '%s', but the endpoint of %s belongs to '%s'".formatted(region.value(),
							StringUtils.uncapitalize(this.setting.source()), other),
					"Set '%s' to an endpoint of the region, or leave it empty to call the endpoint of the region."
						.formatted(EndpointResolver.PROPERTY));
		}
	}

	/**
	 * Return the region in the host name of an AWS endpoint. Other endpoints, such as an
	 * emulator, serve any region.
	 */
	private @Nullable String region() {
		String host = (this.uri != null) ? this.uri.getHost() : null;
		if (host == null || !AWS.matcher(host).matches()) {
			return null;
		}
		return Arrays.stream(host.split("\\."))
			.filter((label) -> REGION.matcher(label).matches())
			.findFirst()
			.orElse(null);
	}

}
