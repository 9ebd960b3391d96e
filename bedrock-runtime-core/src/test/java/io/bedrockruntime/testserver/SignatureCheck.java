package io.bedrockruntime.testserver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.bedrockruntime.testserver.RawServer.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Check of Signature Version 4 on a received request, as by the service.
 */
public final class SignatureCheck {

	private static final Pattern AUTHORIZATION = Pattern
		.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/bedrock/aws4_request, "
				+ "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

	private SignatureCheck() {
	}

	/**
	 * Check the signature.
	 * @return the names of the headers that it covers
	 */
	public static List<String> check(Request request, String accessKeyId, String secretAccessKey, String region) {
		assertThat(request.headers("authorization")).hasSize(1);
		Matcher matcher = AUTHORIZATION.matcher(request.header("authorization"));
		assertThat(matcher.matches()).as(request.head()).isTrue();
		assertThat(matcher.group(1)).isEqualTo(accessKeyId);
		assertThat(matcher.group(3)).isEqualTo(region);
		List<String> names = List.of(matcher.group(4).split(";"));
		assertThat(names).isSorted().contains("host", "content-type", "x-amz-date");
		String timestamp = request.header("x-amz-date");
		assertThat(timestamp).startsWith(matcher.group(2));
		String scope = matcher.group(2) + "/" + region + "/bedrock/aws4_request";
		String toSign = String.join("\n", "AWS4-HMAC-SHA256", timestamp, scope,
				sha256(canonicalRequest(request, names).getBytes(StandardCharsets.UTF_8)));
		byte[] key = hmac(("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8), matcher.group(2));
		key = hmac(hmac(hmac(key, region), "bedrock"), "aws4_request");
		assertThat(HexFormat.of().formatHex(hmac(key, toSign))).as(request.head()).isEqualTo(matcher.group(5));
		return names;
	}

	private static String canonicalRequest(Request request, List<String> names) {
		String[] line = request.line().split(" ", 2);
		String[] target = line[1].split("\\?", 2);
		String headers = names.stream()
			.map((name) -> name + ":"
					+ request.headers(name)
						.stream()
						.map((value) -> value.replaceAll(" +", " "))
						.collect(Collectors.joining(","))
					+ "\n")
			.collect(Collectors.joining());
		String query = (target.length == 1) ? ""
				: Arrays.stream(target[1].split("&"))
					.map((pair) -> pair.contains("=") ? pair : pair + "=")
					.sorted()
					.collect(Collectors.joining("&"));
		// The path as sent is encoded once more.
		String path = target[0].replace("%", "%25").replace(":", "%3A");
		assertThat(path).matches("[A-Za-z0-9-_.~%/]+");
		return String.join("\n", line[0], path, query, headers, String.join(";", names), sha256(request.body()));
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] hmac(byte[] key, String data) {
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
