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
 * An error that the service answered a signed request with. It may be about the
 * signature, about whose it is, or about neither.
 *
 * @param signatureHeaders the headers that signing had added to the request, by
 * lower-case name
 * @param statusCode the HTTP status
 * @param errorCode the name of the error, if the answer has one
 * @param message the text of the error, if the answer has one
 * @param date the {@code Date} header of the answer, if it has one
 * @since 0.1.0
 */
public record SigningRejection(Map<String, String> signatureHeaders, int statusCode, @Nullable String errorCode,
		@Nullable String message, @Nullable String date) {

	private static final Set<String> DATE = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

	private static final Set<String> PERHAPS_DATE = Set.of("InvalidSignatureException", "SignatureDoesNotMatch",
			"AuthFailure");

	private static final Set<String> IDENTITY = Set.of("ExpiredToken", "ExpiredTokenException",
			"UnrecognizedClientException", "InvalidClientTokenId");

	private static final DateTimeFormatter SIGNATURE_DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/**
	 * Return whether the request was refused for the date of its signature.
	 */
	boolean isForDate() {
		// The service has no name of its own for it, but says it.
		return (this.errorCode != null && DATE.contains(this.errorCode)) || (mayBeForDate() && this.message != null
				&& (this.message.startsWith("Signature expired") || this.message.startsWith("Signature not yet")));
	}

	/**
	 * Return whether the request may have been refused for the date of its signature.
	 */
	boolean mayBeForDate() {
		return this.errorCode != null && (DATE.contains(this.errorCode) || PERHAPS_DATE.contains(this.errorCode));
	}

	/**
	 * Return whether the request was refused as its identity is unknown or has expired.
	 */
	boolean isForIdentity() {
		if (this.errorCode != null && IDENTITY.contains(this.errorCode)) {
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
	@Nullable Instant signed() {
		String date = this.signatureHeaders.get("x-amz-date");
		try {
			return (date != null) ? SIGNATURE_DATE.parse(date, Instant::from) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * Return the date of the answer, if it has one that can be read.
	 */
	@Nullable Instant answered() {
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
