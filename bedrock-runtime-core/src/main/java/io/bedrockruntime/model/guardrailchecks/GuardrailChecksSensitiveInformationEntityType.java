package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of sensitive information.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationEntityType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code ADDRESS}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType ADDRESS = constant("ADDRESS");

	/**
	 * {@code AGE}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType AGE = constant("AGE");

	/**
	 * {@code AWS_ACCESS_KEY}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType AWS_ACCESS_KEY = constant("AWS_ACCESS_KEY");

	/**
	 * {@code AWS_SECRET_KEY}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType AWS_SECRET_KEY = constant("AWS_SECRET_KEY");

	/**
	 * {@code CA_HEALTH_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType CA_HEALTH_NUMBER = constant("CA_HEALTH_NUMBER");

	/**
	 * {@code CA_SOCIAL_INSURANCE_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType CA_SOCIAL_INSURANCE_NUMBER = constant(
			"CA_SOCIAL_INSURANCE_NUMBER");

	/**
	 * {@code CREDIT_DEBIT_CARD_CVV}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType CREDIT_DEBIT_CARD_CVV = constant(
			"CREDIT_DEBIT_CARD_CVV");

	/**
	 * {@code CREDIT_DEBIT_CARD_EXPIRY}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType CREDIT_DEBIT_CARD_EXPIRY = constant(
			"CREDIT_DEBIT_CARD_EXPIRY");

	/**
	 * {@code CREDIT_DEBIT_CARD_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType CREDIT_DEBIT_CARD_NUMBER = constant(
			"CREDIT_DEBIT_CARD_NUMBER");

	/**
	 * {@code DRIVER_ID}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType DRIVER_ID = constant("DRIVER_ID");

	/**
	 * {@code EMAIL}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType EMAIL = constant("EMAIL");

	/**
	 * {@code INTERNATIONAL_BANK_ACCOUNT_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType INTERNATIONAL_BANK_ACCOUNT_NUMBER = constant(
			"INTERNATIONAL_BANK_ACCOUNT_NUMBER");

	/**
	 * {@code IP_ADDRESS}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType IP_ADDRESS = constant("IP_ADDRESS");

	/**
	 * {@code LICENSE_PLATE}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType LICENSE_PLATE = constant("LICENSE_PLATE");

	/**
	 * {@code MAC_ADDRESS}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType MAC_ADDRESS = constant("MAC_ADDRESS");

	/**
	 * {@code NAME}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType NAME = constant("NAME");

	/**
	 * {@code PASSWORD}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType PASSWORD = constant("PASSWORD");

	/**
	 * {@code PHONE}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType PHONE = constant("PHONE");

	/**
	 * {@code PIN}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType PIN = constant("PIN");

	/**
	 * {@code SWIFT_CODE}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType SWIFT_CODE = constant("SWIFT_CODE");

	/**
	 * {@code UK_NATIONAL_HEALTH_SERVICE_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType UK_NATIONAL_HEALTH_SERVICE_NUMBER = constant(
			"UK_NATIONAL_HEALTH_SERVICE_NUMBER");

	/**
	 * {@code UK_NATIONAL_INSURANCE_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType UK_NATIONAL_INSURANCE_NUMBER = constant(
			"UK_NATIONAL_INSURANCE_NUMBER");

	/**
	 * {@code UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER = constant(
			"UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER");

	/**
	 * {@code URL}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType URL = constant("URL");

	/**
	 * {@code USERNAME}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType USERNAME = constant("USERNAME");

	/**
	 * {@code US_BANK_ACCOUNT_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType US_BANK_ACCOUNT_NUMBER = constant(
			"US_BANK_ACCOUNT_NUMBER");

	/**
	 * {@code US_BANK_ROUTING_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType US_BANK_ROUTING_NUMBER = constant(
			"US_BANK_ROUTING_NUMBER");

	/**
	 * {@code US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER = constant(
			"US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER");

	/**
	 * {@code US_PASSPORT_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType US_PASSPORT_NUMBER = constant(
			"US_PASSPORT_NUMBER");

	/**
	 * {@code US_SOCIAL_SECURITY_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType US_SOCIAL_SECURITY_NUMBER = constant(
			"US_SOCIAL_SECURITY_NUMBER");

	/**
	 * {@code VEHICLE_IDENTIFICATION_NUMBER}.
	 */
	public static final GuardrailChecksSensitiveInformationEntityType VEHICLE_IDENTIFICATION_NUMBER = constant(
			"VEHICLE_IDENTIFICATION_NUMBER");

	private static final List<GuardrailChecksSensitiveInformationEntityType> VALUES = List.of(ADDRESS, AGE,
			AWS_ACCESS_KEY, AWS_SECRET_KEY, CA_HEALTH_NUMBER, CA_SOCIAL_INSURANCE_NUMBER, CREDIT_DEBIT_CARD_CVV,
			CREDIT_DEBIT_CARD_EXPIRY, CREDIT_DEBIT_CARD_NUMBER, DRIVER_ID, EMAIL, INTERNATIONAL_BANK_ACCOUNT_NUMBER,
			IP_ADDRESS, LICENSE_PLATE, MAC_ADDRESS, NAME, PASSWORD, PHONE, PIN, SWIFT_CODE,
			UK_NATIONAL_HEALTH_SERVICE_NUMBER, UK_NATIONAL_INSURANCE_NUMBER, UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER, URL,
			USERNAME, US_BANK_ACCOUNT_NUMBER, US_BANK_ROUTING_NUMBER, US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER,
			US_PASSPORT_NUMBER, US_SOCIAL_SECURITY_NUMBER, VEHICLE_IDENTIFICATION_NUMBER);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailChecksSensitiveInformationEntityType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailChecksSensitiveInformationEntityType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailChecksSensitiveInformationEntityType of(String value) {
		for (GuardrailChecksSensitiveInformationEntityType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailChecksSensitiveInformationEntityType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailChecksSensitiveInformationEntityType constant(String value) {
		return new GuardrailChecksSensitiveInformationEntityType(value);
	}

}
