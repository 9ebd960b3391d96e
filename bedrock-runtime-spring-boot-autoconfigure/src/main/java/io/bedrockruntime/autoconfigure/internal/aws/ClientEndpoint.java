package io.bedrockruntime.autoconfigure.internal.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.internal.config.ClientPropertyNames;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The endpoint that a client calls.
 *
 * @param setting what says so; {@code null} if it is the region's own
 * @param uri the endpoint; {@code null} if it is the region's own
 * @param fips whether it is that of the region for FIPS
 * @param dualstack whether it is that of the region for dual stack
 */
public record ClientEndpoint(@Nullable SourcedSetting setting, @Nullable URI uri, boolean fips, boolean dualstack) {

	private static final Pattern AWS = Pattern.compile(".*\\.(amazonaws\\.[a-z.]+|api\\.(aws|amazonwebservices\\..+))");

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

	public void applyTo(BedrockRuntimeBuilder builder) {
		builder.endpoint(this.uri).fips(this.fips).dualstack(this.dualstack);
	}

	/**
	 * Return the endpoint as a client with a name has it.
	 */
	public ClientEndpoint in(ClientPropertyNames names) {
		return new ClientEndpoint((this.setting != null) ? this.setting.in(names) : null, this.uri, this.fips,
				this.dualstack);
	}

	/**
	 * Refuse an endpoint of AWS that belongs to another region. Requests would go there.
	 */
	public void requireRegion(SourcedSetting region) {
		String other = region();
		if (this.setting != null && other != null && !other.equals(region.value())) {
			throw region.failure(
					"is '%s', and the endpoint of %s is one of '%s'".formatted(region.value(),
							StringUtils.uncapitalize(this.setting.source()), other),
					"Set '%s' to an endpoint of the region, or leave it empty to call the region's own."
						.formatted(EndpointResolver.PROPERTY));
		}
	}

	/**
	 * Return the region that an endpoint of AWS belongs to. One of AWS's has its region
	 * in its name, and one that is no such, as an emulator, serves any.
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
