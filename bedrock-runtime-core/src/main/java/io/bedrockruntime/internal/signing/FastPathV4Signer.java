package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

import org.springframework.util.StringUtils;

/**
 * Fast path for Signature Version 4. It signs plain requests, whose paths, queries and
 * headers need no normalization, and leaves all others to the AWS signer. Almost all
 * requests to the service are plain.
 * <p>
 * The reason for this class is the cost of signing, which is part of each attempt: for a
 * body of 1 KiB, it takes a fifth of the time and garbage of the AWS signer. A test with
 * generated requests verifies that both signers have the same result.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 * a signed AWS API request</a>
 */
final class FastPathV4Signer {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256";

	/** Headers that the AWS signer does not sign, because they may change in transit. */
	private static final Set<String> UNSIGNED_HEADERS = Set.of("connection", "expect", "transfer-encoding",
			"user-agent", "x-amzn-trace-id");

	private static final Set<String> METHODS = Set.of("GET", "POST");

	private final String region;

	private final String service;

	private final Clock clock;

	private volatile @Nullable SigningKey cachedKey;

	FastPathV4Signer(String region, String service, Clock clock) {
		this.region = region;
		this.service = service;
		this.clock = clock;
	}

	/**
	 * Return whether a request is plain and its credentials are not anonymous.
	 */
	static boolean canSign(RequestToSign request, AwsCredentialsIdentity identity) {
		URI uri = request.uri();
		return StringUtils.hasText(identity.accessKeyId()) && StringUtils.hasText(identity.secretAccessKey())
				&& METHODS.contains(request.method()) && uri.getRawQuery() == null && uri.getHost() != null
				&& uri.getScheme() != null && isPlainPath(uri.getRawPath()) && arePlain(request.headers());
	}

	/**
	 * A plain path has no characters that must be encoded, and no segments that can be
	 * normalized.
	 */
	private static boolean isPlainPath(String path) {
		for (int i = 0; i < path.length(); i++) {
			char character = path.charAt(i);
			if (character == '/') {
				if (i + 1 < path.length() && (path.charAt(i + 1) == '/' || path.charAt(i + 1) == '.')) {
					return false;
				}
			}
			else if (!isUnreserved(character) && character != '%') {
				return false;
			}
		}
		return !path.isEmpty();
	}

	private static boolean isUnreserved(char character) {
		return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
				|| character >= '0' && character <= '9' || character == '-' || character == '.' || character == '_'
				|| character == '~';
	}

	private static boolean arePlain(Map<String, String> headers) {
		for (Map.Entry<String, String> header : headers.entrySet()) {
			if (UNSIGNED_HEADERS.contains(header.getKey()) || !isPlainValue(header.getValue())) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlainValue(String value) {
		char last = ' ';
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			if (character < ' ' || character > '~' || character == ' ' && last == ' ') {
				return false;
			}
			last = character;
		}
		return last != ' ';
	}

	/**
	 * Sign a request for which {@link #canSign} returns {@code true}.
	 * @return the headers to add to the request
	 */
	Map<String, String> sign(RequestToSign request, AwsCredentialsIdentity identity) throws GeneralSecurityException {
		SigningKey key = key(identity.secretAccessKey().trim());
		MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
		Map<String, String> added = new LinkedHashMap<>();
		added.put("host", host(request.uri()));
		added.put("x-amz-date", key.timestamp());
		if (identity instanceof AwsSessionCredentialsIdentity session) {
			added.put("x-amz-security-token", session.sessionToken().trim());
		}
		added.put("x-amz-content-sha256", hex(sha256.digest(request.body())));
		Map<String, String> headers = new TreeMap<>(request.headers());
		headers.putAll(added);
		String names = String.join(";", headers.keySet());
		String canonical = canonical(request, headers, names, added.get("x-amz-content-sha256"));
		String toSign = ALGORITHM + "\n" + key.timestamp() + "\n" + key.scope() + "\n"
				+ hex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
		added.put("authorization", ALGORITHM + " Credential=" + identity.accessKeyId().trim() + "/" + key.scope()
				+ ", SignedHeaders=" + names + ", Signature=" + hex(key.sign(toSign)));
		return added;
	}

	private SigningKey key(String secret) throws GeneralSecurityException {
		Instant now = this.clock.instant();
		SigningKey key = this.cachedKey;
		if (key == null || !key.isFor(secret, now)) {
			key = (key != null) ? key.at(secret, now, this.region, this.service)
					: SigningKey.create(secret, now, this.region, this.service);
			this.cachedKey = key;
		}
		return key;
	}

	private static String canonical(RequestToSign request, Map<String, String> headers, String names, String hash) {
		StringBuilder canonical = new StringBuilder(512).append(request.method())
			.append('\n')
			.append(request.uri().getRawPath().replace("%", "%25"))
			.append("\n\n");
		headers.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
		return canonical.append('\n').append(names).append('\n').append(hash).toString();
	}

	private static String host(URI uri) {
		int port = uri.getPort();
		boolean usual = port == -1 || port == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
		return usual ? uri.getHost() : uri.getHost() + ":" + port;
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

}
