package io.bedrockruntime.testserver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.TimestampValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Check of the signatures of a request and of the messages in its body, as by the
 * service.
 */
public final class ChunkSignatureCheck {

	public static final String KEY_ID = "AKIDEXAMPLE";

	public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

	private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + KEY_ID
			+ "/(\\d{8})/([^/]+)/bedrock/aws4_request, " + "SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private ChunkSignatureCheck() {
	}

	public static void check(Http2Server.Call call, String region) {
		Matcher matcher = AUTHORIZATION.matcher(call.headers().get("authorization"));
		assertThat(matcher.matches()).isTrue();
		assertThat(matcher.group(2)).isEqualTo(region);
		String signature = matcher.group(4);
		assertThat(requestSignature(call, matcher.group(1), region, matcher.group(3))).isEqualTo(signature);
		for (EventStreamMessage message : call.messages()) {
			assertThat(message.headers().keySet()).containsExactly(":date", ":chunk-signature");
			Instant date = ((TimestampValue) message.headers().get(":date")).value();
			byte[] header = ByteBuffer.allocate(15)
				.put((byte) 5)
				.put(":date".getBytes(StandardCharsets.US_ASCII))
				.put((byte) 8)
				.putLong(date.toEpochMilli())
				.array();
			String timestamp = TIMESTAMP.format(date);
			String day = timestamp.substring(0, 8);
			String toSign = String.join("\n", "AWS4-HMAC-SHA256-PAYLOAD", timestamp, scope(day, region), signature,
					SignatureCheck.sha256(header), SignatureCheck.sha256(message.payload()));
			signature = HexFormat.of().formatHex(SignatureCheck.hmac(key(day, region), toSign));
			assertThat(HexFormat.of().formatHex(((ByteArrayValue) message.headers().get(":chunk-signature")).value()))
				.isEqualTo(signature);
		}
	}

	public static EventStreamMessage inner(EventStreamMessage signed) {
		EventStreamFrame frame = new EventStreamDecoder().next(ByteBuffer.wrap(signed.payload()));
		assertThat(frame).isNotNull();
		return frame.toMessage();
	}

	private static String requestSignature(Http2Server.Call call, String day, String region, String names) {
		String[] line = call.line().split(" ");
		String headers = List.of(names.split(";"))
			.stream()
			.map((name) -> name + ":" + call.headers().get(name) + "\n")
			.collect(Collectors.joining());
		String canonical = String.join("\n", line[0], line[1].replace("%", "%25"), "", headers, names,
				"STREAMING-AWS4-HMAC-SHA256-EVENTS");
		String toSign = String.join("\n", "AWS4-HMAC-SHA256", call.headers().get("x-amz-date"), scope(day, region),
				SignatureCheck.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
		return HexFormat.of().formatHex(SignatureCheck.hmac(key(day, region), toSign));
	}

	private static String scope(String day, String region) {
		return day + "/" + region + "/bedrock/aws4_request";
	}

	private static byte[] key(String day, String region) {
		byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
		for (String part : Arrays.asList(day, region, "bedrock", "aws4_request")) {
			key = SignatureCheck.hmac(key, part);
		}
		return key;
	}

}
