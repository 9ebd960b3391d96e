package io.bedrockruntime.internal.call;

import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.endpoints.BedrockRuntimeEndpointProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Endpoints}.
 */
class EndpointsTests {

	@ParameterizedTest
	@CsvSource({ "us-east-1, amazonaws.com", "eu-central-1, amazonaws.com", "ap-southeast-7, amazonaws.com",
			"il-central-1, amazonaws.com", "mx-central-1, amazonaws.com", "us-future-9, amazonaws.com",
			"cn-north-1, amazonaws.com.cn", "cn-future-9, amazonaws.com.cn", "us-gov-east-1, amazonaws.com",
			"us-gov-west-1, amazonaws.com", "us-iso-east-1, c2s.ic.gov", "us-isob-east-1, sc2s.sgov.gov",
			"eusc-de-east-1, amazonaws.eu", "eu-isoe-west-1, cloud.adc-e.uk", "us-isof-south-1, csp.hci.ic.gov",
			"xx-new-9, amazonaws.com", "aws-global, amazonaws.com" })
	void whenRegionIsGivenThenItsPartitionHasTheSuffix(String region, String suffix) {
		assertThat(Endpoints.ofRegion(region, false, false))
			.hasToString("https://bedrock-runtime." + region + "." + suffix);
	}

	@ParameterizedTest
	@CsvSource({ "us-east-1, amazonaws.com, api.aws", "aws-global, amazonaws.com, api.aws",
			"xx-new-9, amazonaws.com, api.aws", "us-gov-west-1, amazonaws.com, api.aws",
			"aws-us-gov-global, amazonaws.com, api.aws", "cn-north-1, amazonaws.com.cn, api.amazonwebservices.com.cn",
			"aws-cn-global, amazonaws.com.cn, api.amazonwebservices.com.cn",
			"eusc-de-east-1, amazonaws.eu, api.amazonwebservices.eu", "us-iso-east-1, c2s.ic.gov, api.aws.ic.gov",
			"us-isob-east-1, sc2s.sgov.gov, api.aws.scloud", "eu-isoe-west-1, cloud.adc-e.uk, api.cloud-aws.adc-e.uk",
			"us-isof-south-1, csp.hci.ic.gov, api.aws.hci.ic.gov" })
	void whenFipsOrDualstackIsSetThenPartitionsEndpointForItIsCalled(String region, String suffix, String dualstack) {
		String host = "https://bedrock-runtime";
		assertThat(Endpoints.resolve(region, null, false, false)).hasToString(host + "." + region + "." + suffix);
		assertThat(Endpoints.resolve(region, null, true, false)).hasToString(host + "-fips." + region + "." + suffix);
		assertThat(Endpoints.resolve(region, null, false, true)).hasToString(host + "." + region + "." + dualstack);
		assertThat(Endpoints.resolve(region, null, true, true)).hasToString(host + "-fips." + region + "." + dualstack);
	}

	@ParameterizedTest
	@MethodSource("regions")
	void shouldCallWhatAwsSdkCalls(Region region, boolean fips, boolean dualstack) {
		URI expected = BedrockRuntimeEndpointProvider.defaultProvider()
			.resolveEndpoint((params) -> params.region(region).useFips(fips).useDualStack(dualstack))
			.join()
			.endpointUrl()
			.toUri();
		assertThat(Endpoints.resolve(region.id(), null, fips, dualstack)).isEqualTo(expected);
	}

	static Stream<Arguments> regions() {
		Stream<Region> unknown = Stream
			.of("us-future-9", "cn-future-9", "us-gov-future-9", "us-iso-future-9", "us-isob-future-9", "eusc-de-new-9",
					"eu-isoe-new-9", "us-isof-new-9", "xx-new-9", "xx-global", "aws-eusc-global")
			.map(Region::of);
		return Stream.concat(Region.regions().stream(), unknown)
			.flatMap((region) -> Stream.of(arguments(region, false, false), arguments(region, true, false),
					arguments(region, false, true), arguments(region, true, true)));
	}

	@ParameterizedTest
	@CsvSource({ "true, false, FIPS", "true, true, FIPS", "false, true, Dual stack" })
	void whenEndpointIsCustomThenFipsAndDualstackAreRefusedAsByAwsSdk(boolean fips, boolean dualstack, String what) {
		URI endpoint = URI.create("https://example.com");
		assertThatIllegalStateException().isThrownBy(() -> Endpoints.resolve("us-east-1", endpoint, fips, dualstack))
			.withMessage(what + " and a custom endpoint exclude each other");
		assertThatException()
			.isThrownBy(() -> BedrockRuntimeEndpointProvider.defaultProvider()
				.resolveEndpoint((params) -> params.region(Region.US_EAST_1)
					.endpoint(endpoint.toString())
					.useFips(fips)
					.useDualStack(dualstack))
				.join())
			.havingRootCause()
			.withMessageStartingWith("Invalid Configuration: ");
	}

	@Test
	void whenEndpointIsCustomThenItIsCalled() {
		assertThat(Endpoints.resolve("us-east-1", URI.create("http://localhost:8080/"), false, false))
			.hasToString("http://localhost:8080");
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "us east-1", "us-east-1 ", "us-east-1/", "evil.example.com/", "a@b", "a#b", "a?b",
			"a:1", "\u00fcs-east-1", "us_east_1" })
	void whenRegionIsNotAValidNameThenItIsRefused(String region) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoints.ofRegion(region, false, false));
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080, http://localhost:8080", "http://localhost:8080/, http://localhost:8080",
			"https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com, https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com",
			"https://proxy.example.com/base/path/, https://proxy.example.com/base/path",
			"https://proxy.example.com/a%2Fb, https://proxy.example.com/a%2Fb", "http://[::1]:8080, http://[::1]:8080",
			"HTTPS://EXAMPLE.COM, HTTPS://EXAMPLE.COM" })
	void whenEndpointIsCustomThenItIsKept(URI endpoint, String expected) {
		assertThat(Endpoints.custom(endpoint)).hasToString(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8080", "localhost", "/path", "ftp://localhost", "http:///path",
			"http://user:secretword@localhost", "http://localhost?a=b", "http://localhost#a", "mailto:a@b",
			"http://under_score:8080" })
	void whenEndpointIsInvalidThenItIsRefusedWithoutPrintingIt(URI endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoints.custom(endpoint))
			.withMessageContaining("http or https URL with a host and without user, query and fragment")
			.withMessageNotContaining("secretword");
	}

}
