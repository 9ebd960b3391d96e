package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of personal information.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailPiiEntityType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code ADDRESS}.
	 */
	public static final GuardrailPiiEntityType ADDRESS = new GuardrailPiiEntityType("ADDRESS");

	/**
	 * {@code AGE}.
	 */
	public static final GuardrailPiiEntityType AGE = new GuardrailPiiEntityType("AGE");

	/**
	 * {@code AWS_ACCESS_KEY}.
	 */
	public static final GuardrailPiiEntityType AWS_ACCESS_KEY = new GuardrailPiiEntityType("AWS_ACCESS_KEY");

	/**
	 * {@code AWS_SECRET_KEY}.
	 */
	public static final GuardrailPiiEntityType AWS_SECRET_KEY = new GuardrailPiiEntityType("AWS_SECRET_KEY");

	/**
	 * {@code CA_HEALTH_NUMBER}.
	 */
	public static final GuardrailPiiEntityType CA_HEALTH_NUMBER = new GuardrailPiiEntityType("CA_HEALTH_NUMBER");

	/**
	 * {@code CA_SOCIAL_INSURANCE_NUMBER}.
	 */
	public static final GuardrailPiiEntityType CA_SOCIAL_INSURANCE_NUMBER = new GuardrailPiiEntityType(
			"CA_SOCIAL_INSURANCE_NUMBER");

	/**
	 * {@code CREDIT_DEBIT_CARD_CVV}.
	 */
	public static final GuardrailPiiEntityType CREDIT_DEBIT_CARD_CVV = new GuardrailPiiEntityType(
			"CREDIT_DEBIT_CARD_CVV");

	/**
	 * {@code CREDIT_DEBIT_CARD_EXPIRY}.
	 */
	public static final GuardrailPiiEntityType CREDIT_DEBIT_CARD_EXPIRY = new GuardrailPiiEntityType(
			"CREDIT_DEBIT_CARD_EXPIRY");

	/**
	 * {@code CREDIT_DEBIT_CARD_NUMBER}.
	 */
	public static final GuardrailPiiEntityType CREDIT_DEBIT_CARD_NUMBER = new GuardrailPiiEntityType(
			"CREDIT_DEBIT_CARD_NUMBER");

	/**
	 * {@code DRIVER_ID}.
	 */
	public static final GuardrailPiiEntityType DRIVER_ID = new GuardrailPiiEntityType("DRIVER_ID");

	/**
	 * {@code EMAIL}.
	 */
	public static final GuardrailPiiEntityType EMAIL = new GuardrailPiiEntityType("EMAIL");

	/**
	 * {@code INTERNATIONAL_BANK_ACCOUNT_NUMBER}.
	 */
	public static final GuardrailPiiEntityType INTERNATIONAL_BANK_ACCOUNT_NUMBER = new GuardrailPiiEntityType(
			"INTERNATIONAL_BANK_ACCOUNT_NUMBER");

	/**
	 * {@code IP_ADDRESS}.
	 */
	public static final GuardrailPiiEntityType IP_ADDRESS = new GuardrailPiiEntityType("IP_ADDRESS");

	/**
	 * {@code LICENSE_PLATE}.
	 */
	public static final GuardrailPiiEntityType LICENSE_PLATE = new GuardrailPiiEntityType("LICENSE_PLATE");

	/**
	 * {@code MAC_ADDRESS}.
	 */
	public static final GuardrailPiiEntityType MAC_ADDRESS = new GuardrailPiiEntityType("MAC_ADDRESS");

	/**
	 * {@code NAME}.
	 */
	public static final GuardrailPiiEntityType NAME = new GuardrailPiiEntityType("NAME");

	/**
	 * {@code PASSWORD}.
	 */
	public static final GuardrailPiiEntityType PASSWORD = new GuardrailPiiEntityType("PASSWORD");

	/**
	 * {@code PHONE}.
	 */
	public static final GuardrailPiiEntityType PHONE = new GuardrailPiiEntityType("PHONE");

	/**
	 * {@code PIN}.
	 */
	public static final GuardrailPiiEntityType PIN = new GuardrailPiiEntityType("PIN");

	/**
	 * {@code SWIFT_CODE}.
	 */
	public static final GuardrailPiiEntityType SWIFT_CODE = new GuardrailPiiEntityType("SWIFT_CODE");

	/**
	 * {@code UK_NATIONAL_HEALTH_SERVICE_NUMBER}.
	 */
	public static final GuardrailPiiEntityType UK_NATIONAL_HEALTH_SERVICE_NUMBER = new GuardrailPiiEntityType(
			"UK_NATIONAL_HEALTH_SERVICE_NUMBER");

	/**
	 * {@code UK_NATIONAL_INSURANCE_NUMBER}.
	 */
	public static final GuardrailPiiEntityType UK_NATIONAL_INSURANCE_NUMBER = new GuardrailPiiEntityType(
			"UK_NATIONAL_INSURANCE_NUMBER");

	/**
	 * {@code UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER}.
	 */
	public static final GuardrailPiiEntityType UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER = new GuardrailPiiEntityType(
			"UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER");

	/**
	 * {@code URL}.
	 */
	public static final GuardrailPiiEntityType URL = new GuardrailPiiEntityType("URL");

	/**
	 * {@code USERNAME}.
	 */
	public static final GuardrailPiiEntityType USERNAME = new GuardrailPiiEntityType("USERNAME");

	/**
	 * {@code US_BANK_ACCOUNT_NUMBER}.
	 */
	public static final GuardrailPiiEntityType US_BANK_ACCOUNT_NUMBER = new GuardrailPiiEntityType(
			"US_BANK_ACCOUNT_NUMBER");

	/**
	 * {@code US_BANK_ROUTING_NUMBER}.
	 */
	public static final GuardrailPiiEntityType US_BANK_ROUTING_NUMBER = new GuardrailPiiEntityType(
			"US_BANK_ROUTING_NUMBER");

	/**
	 * {@code US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER}.
	 */
	public static final GuardrailPiiEntityType US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER = new GuardrailPiiEntityType(
			"US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER");

	/**
	 * {@code US_PASSPORT_NUMBER}.
	 */
	public static final GuardrailPiiEntityType US_PASSPORT_NUMBER = new GuardrailPiiEntityType("US_PASSPORT_NUMBER");

	/**
	 * {@code US_SOCIAL_SECURITY_NUMBER}.
	 */
	public static final GuardrailPiiEntityType US_SOCIAL_SECURITY_NUMBER = new GuardrailPiiEntityType(
			"US_SOCIAL_SECURITY_NUMBER");

	/**
	 * {@code VEHICLE_IDENTIFICATION_NUMBER}.
	 */
	public static final GuardrailPiiEntityType VEHICLE_IDENTIFICATION_NUMBER = new GuardrailPiiEntityType(
			"VEHICLE_IDENTIFICATION_NUMBER");

	private static final List<GuardrailPiiEntityType> VALUES = List.of(ADDRESS, AGE, AWS_ACCESS_KEY, AWS_SECRET_KEY,
			CA_HEALTH_NUMBER, CA_SOCIAL_INSURANCE_NUMBER, CREDIT_DEBIT_CARD_CVV, CREDIT_DEBIT_CARD_EXPIRY,
			CREDIT_DEBIT_CARD_NUMBER, DRIVER_ID, EMAIL, INTERNATIONAL_BANK_ACCOUNT_NUMBER, IP_ADDRESS, LICENSE_PLATE,
			MAC_ADDRESS, NAME, PASSWORD, PHONE, PIN, SWIFT_CODE, UK_NATIONAL_HEALTH_SERVICE_NUMBER,
			UK_NATIONAL_INSURANCE_NUMBER, UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER, URL, USERNAME, US_BANK_ACCOUNT_NUMBER,
			US_BANK_ROUTING_NUMBER, US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER, US_PASSPORT_NUMBER,
			US_SOCIAL_SECURITY_NUMBER, VEHICLE_IDENTIFICATION_NUMBER);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailPiiEntityType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailPiiEntityType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailPiiEntityType of(String value) {
		for (GuardrailPiiEntityType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailPiiEntityType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
