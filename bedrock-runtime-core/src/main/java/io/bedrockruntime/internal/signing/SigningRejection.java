package io.bedrockruntime.internal.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Error response of the service to a signed request. The reason may be the signature, the
 * identity, or neither.
 *
 * @param signatureHeaders the headers that signing had added to the request, by
 * lower-case name
 * @param statusCode the HTTP status
 * @param errorCode the name of the error, if the response has one
 * @param message the message of the error, if the response has one
 * @param date the {@code Date} header of the response, if it has one
 * @since 0.1.0
 */
public record SigningRejection(Map<String, String> signatureHeaders, int statusCode, @Nullable String errorCode,
		@Nullable String message, @Nullable String date) {

	private static final Set<String> DATE_CODES = Set.of("RequestTimeTooSkewed", "RequestExpired",
			"RequestInTheFuture");

	private static final Set<String> POSSIBLE_DATE_CODES = Set.of("InvalidSignatureException", "SignatureDoesNotMatch",
			"AuthFailure");

	private static final Set<String> IDENTITY_CODES = Set.of("ExpiredToken", "ExpiredTokenException",
			"UnrecognizedClientException", "InvalidClientTokenId");

	private static final DateTimeFormatter SIGNATURE_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/**
	 * Return whether the request was rejected because of the date of its signature.
	 */
	boolean concernsDate() {
		// The service has no separate error name for this reason, but a message.
		return (this.errorCode != null && DATE_CODES.contains(this.errorCode)) || (mayConcernDate()
				&& this.message != null
				&& (this.message.startsWith("Signature expired") || this.message.startsWith("Signature not yet")));
	}

	/**
	 * Return whether the request may have been rejected because of the date of its
	 * signature.
	 */
	boolean mayConcernDate() {
		return this.errorCode != null
				&& (DATE_CODES.contains(this.errorCode) || POSSIBLE_DATE_CODES.contains(this.errorCode));
	}

	/**
	 * Return whether the request was rejected because its identity is unknown or has
	 * expired.
	 */
	boolean concernsIdentity() {
		if (this.errorCode != null && IDENTITY_CODES.contains(this.errorCode)) {
			return true;
		}
		if (this.statusCode != 401 && this.statusCode != 403) {
			return false;
		}
		String text = (this.message != null) ? this.message.toLowerCase(Locale.ROOT) : "";
		return this.statusCode == 401 || text.contains("make sure your api key is valid")
				|| (text.contains("token") && text.contains("expired"));
	}

	/**
	 * Return the date of the signature, if it has one.
	 */
	@Nullable Instant signatureDate() {
		String date = this.signatureHeaders.get("x-amz-date");
		try {
			return (date != null) ? SIGNATURE_DATE.parse(date, Instant::from) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * Return the date of the response, if it has a valid one.
	 */
	@Nullable Instant responseDate() {
		if (this.date == null) {
			return null;
		}
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.DATE, this.date.strip());
		try {
			long date = headers.getFirstDate(HttpHeaders.DATE);
			return (date != -1) ? Instant.ofEpochMilli(date) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "SigningRejection[signatureHeaders=" + this.signatureHeaders.keySet() + ", statusCode=" + this.statusCode
				+ ", errorCode=" + this.errorCode + ", date=" + this.date + "]";
	}

}
