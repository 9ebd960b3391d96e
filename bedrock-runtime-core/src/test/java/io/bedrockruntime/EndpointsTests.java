package io.bedrockruntime;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
		assertThat(Endpoints.ofRegion(region)).hasToString("https://bedrock-runtime." + region + "." + suffix);
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "us east-1", "us-east-1 ", "us-east-1/", "evil.example.com/", "a@b", "a#b", "a?b",
			"a:1", "\u00fcs-east-1", "us_east_1" })
	void whenRegionIsNoNameThenItIsRefused(String region) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoints.ofRegion(region));
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
	void whenEndpointIsNoneThenItIsRefusedWithoutPrintingIt(URI endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoints.custom(endpoint))
			.withMessageContaining("http or https URL with a host and without user, query and fragment")
			.withMessageNotContaining("secretword");
	}

}
