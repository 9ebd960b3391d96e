package io.bedrockruntime.autoconfigure.internal.aws;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RegionValidator}.
 */
class RegionValidatorTests {

	@Test
	void whenRegionIsKnownThenThereIsNoSuggestion() {
		assertThat(Region.regions()).extracting(Region::id).allSatisfy((region) -> {
			if (!region.endsWith("-global")) {
				assertThat(RegionValidator.similarTo(region)).isNull();
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-central-3", "us-south-1", "ap-northwest-2", "nz-north-1", "mx-east-12",
			"us-gov-central-1", "moon-base-1", "local" })
	void whenRegionMayBeNewThenThereIsNoSuggestion(String region) {
		assertThat(RegionValidator.similarTo(region)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "eu-cental-1, eu-central-1", "eu-centrall-1, eu-central-1", "eu-wset-1, eu-west-1",
			"ue-central-1, eu-central-1", "us-eats-1, us-east-1", "ap-southest-2, ap-southeast-2",
			"eu-central1, eu-central-1", "eucentral1, eu-central-1", "eu-central, eu-central-1",
			"use-east-1, us-east-1" })
	void whenRegionIsMisspelledThenTheNearestIsSuggested(String wrong, String meant) {
		assertThat(RegionValidator.similarTo(wrong)).isEqualTo(meant);
	}

}
