package io.bedrockruntime.internal.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Values that all signatures of one second share: date, credential scope and signing key.
 * The signing key is valid for one day.
 */
final class SigningKey {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String TERMINATOR = "aws4_request";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final String secret;

	private final long second;

	private final String timestamp;

	private final String scope;

	private final byte[] key;

	/**
	 * Initialized with the key: the creation and initialization of an instance takes a
	 * microsecond.
	 */
	private final Mac mac;

	private SigningKey(String secret, long second, String timestamp, String scope, byte[] key, Mac mac) {
		this.secret = secret;
		this.second = second;
		this.timestamp = timestamp;
		this.scope = scope;
		this.key = key;
		this.mac = mac;
	}

	/**
	 * Derive the signing key of a day.
	 */
	static SigningKey create(String secret, Instant now, String region, String service)
			throws GeneralSecurityException {
		String timestamp = TIMESTAMP.format(now);
		String date = date(timestamp);
		byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
		for (String part : new String[] { date, region, service, TERMINATOR }) {
			key = sign(mac(key), part);
		}
		return new SigningKey(secret, now.getEpochSecond(), timestamp,
				date + "/" + region + "/" + service + "/" + TERMINATOR, key, mac(key));
	}

	/**
	 * Return whether this instance is valid for a secret and the second of an instant.
	 */
	boolean isFor(String secret, Instant now) {
		return this.second == now.getEpochSecond() && this.secret.equals(secret);
	}

	/**
	 * Return an instance for another second. The signing key is reused if it is valid for
	 * that second: for the same secret and the same day.
	 */
	SigningKey at(String secret, Instant now, String region, String service) throws GeneralSecurityException {
		String timestamp = TIMESTAMP.format(now);
		if (this.secret.equals(secret) && date(timestamp).equals(date(this.timestamp))) {
			return new SigningKey(secret, now.getEpochSecond(), timestamp, this.scope, this.key, this.mac);
		}
		return create(secret, now, region, service);
	}

	String timestamp() {
		return this.timestamp;
	}

	String scope() {
		return this.scope;
	}

	byte[] sign(String text) throws GeneralSecurityException {
		Mac mac;
		try {
			mac = (Mac) this.mac.clone();
		}
		catch (CloneNotSupportedException ex) {
			// Not every security provider supports copies.
			mac = mac(this.key);
		}
		return sign(mac, text);
	}

	private static String date(String timestamp) {
		return timestamp.substring(0, 8);
	}

	private static Mac mac(byte[] key) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(ALGORITHM);
		mac.init(new SecretKeySpec(key, ALGORITHM));
		return mac;
	}

	private static byte[] sign(Mac mac, String text) {
		return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
	}

}
