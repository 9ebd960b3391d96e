package io.bedrockruntime.emulator.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.bedrockruntime.emulator.internal.support.PercentEncoding;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signature Version 4, implemented from its specification as an independent check of
 * a client's signer.
 */
public final class SignatureVersion4 {

	static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private SignatureVersion4() {
	}

	public static String signature(String secretAccessKey, String date, String region, String service,
			String stringToSign) {
		byte[] key = hmac(("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8), date);
		key = hmac(key, region);
		key = hmac(key, service);
		key = hmac(key, "aws4_request");
		return HexFormat.of().formatHex(hmac(key, stringToSign));
	}

	public static String stringToSign(String timestamp, String scope, String canonicalRequest) {
		return String.join("\n", ALGORITHM, timestamp, scope,
				Sha256.hex(canonicalRequest.getBytes(StandardCharsets.UTF_8)));
	}

	public static String canonicalRequest(RecordedRequest request, Collection<String> signedHeaders,
			String payloadHash) {
		String headers = signedHeaders.stream()
			.map((name) -> name + ":" + canonicalValue(request, name) + "\n")
			.collect(Collectors.joining());
		return String.join("\n", request.method(), canonicalPath(request.rawPath()), canonicalQuery(request.rawQuery()),
				headers, String.join(";", signedHeaders), payloadHash);
	}

	/** Return the path encoded once more, which every service except S3 signs. */
	static String canonicalPath(String rawPath) {
		List<String> segments = new ArrayList<>();
		for (String segment : rawPath.split("/")) {
			if (segment.equals("..")) {
				if (!segments.isEmpty()) {
					segments.remove(segments.size() - 1);
				}
			}
			else if (!segment.isEmpty() && !segment.equals(".")) {
				segments.add(PercentEncoding.encode(segment));
			}
		}
		String path = "/" + String.join("/", segments);
		return (rawPath.endsWith("/") && !segments.isEmpty()) ? path + "/" : path;
	}

	static String canonicalQuery(@Nullable String rawQuery) {
		if (rawQuery == null || rawQuery.isEmpty()) {
			return "";
		}
		return Arrays.stream(rawQuery.split("&")).filter((pair) -> !pair.isEmpty()).map((pair) -> {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			return new String[] { recode(name), recode(value) };
		})
			.sorted(Comparator.<String[], String>comparing((pair) -> pair[0]).thenComparing((pair) -> pair[1]))
			.map((pair) -> pair[0] + "=" + pair[1])
			.collect(Collectors.joining("&"));
	}

	private static String recode(String value) {
		return PercentEncoding.encode(PercentEncoding.decode(value));
	}

	private static String canonicalValue(RecordedRequest request, String name) {
		return request.headerValues(name.toLowerCase(Locale.ROOT))
			.stream()
			.map((value) -> value.strip().replaceAll(" +", " "))
			.collect(Collectors.joining(","));
	}

	private static byte[] hmac(byte[] key, String data) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(data.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
