package io.bedrockruntime.emulator.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Authentication of requests by a Signature Version 4 or an API key.
 */
public final class Authentication {

	static final String SERVICE = "bedrock";

	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

	private static final String SIGNED_EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

	private final EmulatorSettings settings;

	private final AcceptedCredentials accepted;

	public Authentication(EmulatorSettings settings, AcceptedCredentials accepted) {
		this.settings = settings;
		this.accepted = accepted;
	}

	public void verify(RecordedRequest request) {
		String authorization = request.header("Authorization");
		if (authorization == null || authorization.isBlank()) {
			throw ServiceErrorException.frontEnd(403, "MissingAuthenticationTokenException",
					"Missing Authentication Token");
		}
		if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
			verifyApiKey(authorization.substring(7).strip());
		}
		else if (authorization.startsWith(SignatureVersion4.ALGORITHM)) {
			verifySignature(request, authorization.substring(SignatureVersion4.ALGORITHM.length()),
					payloadHash(request));
		}
		else {
			throw incomplete("Authorization header does not name a known algorithm.");
		}
	}

	/** Verify a request whose body is a stream of separately signed events. */
	public ChunkSignatures verifyEvents(RecordedRequest request) {
		String authorization = request.header("Authorization");
		if (authorization == null || !authorization.startsWith(SignatureVersion4.ALGORITHM)) {
			verify(request);
			throw ServiceErrorException.modelled(403, "AccessDeniedException",
					"API keys are not supported for " + ServiceModel.BIDIRECTIONAL_STREAM + ".");
		}
		if (!SIGNED_EVENTS.equals(request.header("x-amz-content-sha256"))) {
			throw invalid("The value of x-amz-content-sha256 must be " + SIGNED_EVENTS + ".");
		}
		// The events stay bound to these credentials, even after a rotation.
		String secret = this.accepted.current().secretAccessKey();
		return new ChunkSignatures(this.settings, secret,
				verifySignature(request, authorization.substring(SignatureVersion4.ALGORITHM.length()), SIGNED_EVENTS));
	}

	private void verifyApiKey(String presented) {
		String apiKey = this.settings.apiKey();
		if (apiKey == null || !same(apiKey, presented)) {
			throw ServiceErrorException.apiKey();
		}
	}

	private String verifySignature(RecordedRequest request, String parameters, String payloadHash) {
		Map<String, String> values = parse(parameters);
		String signature = required(values, "Signature");
		List<String> signedHeaders = Arrays.asList(required(values, "SignedHeaders").split(";"));
		String[] scope = required(values, "Credential").split("/");
		if (scope.length != 5 || !scope[4].equals("aws4_request")) {
			throw incomplete("Credential must have exactly 5 slash-delimited elements, "
					+ "e.g. keyid/date/region/service/term.");
		}
		String timestamp = timestamp(request, signedHeaders);
		verifyIdentity(request, scope[0], signedHeaders);
		verifyScope(scope, timestamp);
		verifyTime(timestamp);
		String canonical = SignatureVersion4.canonicalRequest(request, signedHeaders, payloadHash);
		String stringToSign = SignatureVersion4.stringToSign(timestamp,
				String.join("/", Arrays.copyOfRange(scope, 1, scope.length)), canonical);
		String expected = SignatureVersion4.signature(this.accepted.current().secretAccessKey(), scope[1], scope[2],
				scope[3], stringToSign);
		if (!same(expected, signature)) {
			throw invalid("The request signature we calculated does not match the signature you provided. "
					+ "Check your AWS Secret Access Key and signing method. "
					+ "Consult the service documentation for details.");
		}
		return signature;
	}

	private void verifyIdentity(RecordedRequest request, String accessKeyId, List<String> signedHeaders) {
		String presented = request.header("X-Amz-Security-Token");
		if (this.accepted.isExpired(accessKeyId, presented)) {
			throw ServiceErrorException.frontEnd(403, "ExpiredTokenException",
					"The security token included in the request is expired");
		}
		String configured = this.accepted.current().sessionToken();
		boolean tokenMatches = (configured == null) ? presented == null
				: presented != null && same(configured, presented) && signedHeaders.contains("x-amz-security-token");
		if (!same(this.accepted.current().accessKeyId(), accessKeyId) || !tokenMatches) {
			throw ServiceErrorException.frontEnd(403, "UnrecognizedClientException",
					"The security token included in the request is invalid.");
		}
	}

	private void verifyScope(String[] scope, String timestamp) {
		if (!scope[2].equals(this.settings.region())) {
			throw invalid("Credential should be scoped to a valid region. ");
		}
		if (!scope[3].equals(SERVICE)) {
			throw invalid("Credential should be scoped to correct service: '" + SERVICE + "'. ");
		}
		if (!timestamp.startsWith(scope[1])) {
			throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
		}
	}

	private void verifyTime(String timestamp) {
		Instant signed = instant(timestamp);
		Instant now = this.settings.clock().instant();
		String form = "%s: %s is %s %s (%s %s 5 min.)";
		if (signed.isBefore(now.minus(SKEW))) {
			throw invalid(form.formatted("Signature expired", timestamp, "now earlier than", format(now.minus(SKEW)),
					format(now), "-"));
		}
		if (signed.isAfter(now.plus(SKEW))) {
			throw invalid(form.formatted("Signature not yet current", timestamp, "still later than",
					format(now.plus(SKEW)), format(now), "+"));
		}
	}

	private static String payloadHash(RecordedRequest request) {
		String actual = Sha256.hex(request.body());
		String declared = request.header("x-amz-content-sha256");
		if (declared == null) {
			return actual;
		}
		if (!declared.equals(UNSIGNED_PAYLOAD) && !declared.equals(actual)) {
			throw invalid("The value of x-amz-content-sha256 does not match the hash of the request's body.");
		}
		return declared;
	}

	private static String timestamp(RecordedRequest request, List<String> signedHeaders) {
		String amzDate = request.header("X-Amz-Date");
		String name = (amzDate != null) ? "x-amz-date" : "date";
		String value = (amzDate != null) ? amzDate : httpDate(request.header("Date"));
		if (value == null) {
			throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
		}
		if (!signedHeaders.contains("host")) {
			throw invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
		}
		if (!signedHeaders.contains(name)) {
			throw invalid("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
		}
		return value;
	}

	private static @Nullable String httpDate(@Nullable String date) {
		if (date == null) {
			return null;
		}
		try {
			return format(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
		}
		catch (DateTimeParseException ex) {
			return date;
		}
	}

	private static Instant instant(String timestamp) {
		try {
			return LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			throw incomplete("Date must be in ISO-8601 'basic format'.");
		}
	}

	private static String format(Instant instant) {
		return TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC));
	}

	private static Map<String, String> parse(String parameters) {
		Map<String, String> values = new HashMap<>();
		for (String parameter : parameters.split(",")) {
			int equals = parameter.indexOf('=');
			if (equals > 0) {
				values.put(parameter.substring(0, equals).strip(), parameter.substring(equals + 1).strip());
			}
		}
		return values;
	}

	private static String required(Map<String, String> values, String name) {
		String value = values.get(name);
		if (value == null || value.isEmpty()) {
			throw incomplete("Authorization header requires '" + name + "' parameter.");
		}
		return value;
	}

	private static boolean same(String expected, String presented) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				presented.getBytes(StandardCharsets.UTF_8));
	}

	private static ServiceErrorException incomplete(String message) {
		return ServiceErrorException.frontEnd(400, "IncompleteSignatureException", message);
	}

	private static ServiceErrorException invalid(String message) {
		return ServiceErrorException.frontEnd(403, "InvalidSignatureException", message);
	}

}
