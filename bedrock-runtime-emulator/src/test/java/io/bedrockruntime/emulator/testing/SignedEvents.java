package io.bedrockruntime.emulator.testing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.auth.SignatureVersion4;
import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.PercentEncoding;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;

/**
 * Request with manually signed events, each part of which can be made invalid.
 */
public final class SignedEvents {

	public static final String LITERAL = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private final BedrockRuntimeEmulator emulator;

	private final URI uri;

	private final String timestamp;

	private final String payloadHash;

	private String previous;

	public SignedEvents(BedrockRuntimeEmulator emulator, String modelId, String payloadHash) {
		this.emulator = emulator;
		this.uri = emulator.endpoint()
			.resolve("/model/" + PercentEncoding.encode(modelId) + "/invoke-with-bidirectional-stream");
		this.timestamp = BASIC.format(Instant.now().atOffset(ZoneOffset.UTC));
		this.payloadHash = payloadHash;
		List<Header> headers = new ArrayList<>();
		unsignedHeaders().forEach((name, value) -> headers.add(new Header(name, value)));
		RecordedRequest request = new RecordedRequest("POST", this.uri.getRawPath(), null, headers, new byte[0],
				new EventBuffer());
		String canonical = SignatureVersion4.canonicalRequest(request, unsignedHeaders().keySet(), payloadHash);
		this.previous = sign(this.timestamp,
				SignatureVersion4.stringToSign(this.timestamp, scope(this.timestamp), canonical));
	}

	public URI uri() {
		return this.uri;
	}

	public Map<String, String> headers() {
		Map<String, String> headers = unsignedHeaders();
		headers.put("authorization",
				"AWS4-HMAC-SHA256 Credential=" + this.emulator.accessKeyId() + "/" + scope(this.timestamp)
						+ ", SignedHeaders=" + String.join(";", unsignedHeaders().keySet()) + ", Signature="
						+ this.previous);
		return headers;
	}

	private Map<String, String> unsignedHeaders() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("content-type", "application/vnd.amazon.eventstream");
		headers.put("host", this.uri.getRawAuthority());
		headers.put("x-amz-content-sha256", this.payloadHash);
		headers.put("x-amz-date", this.timestamp);
		return headers;
	}

	public static byte[] chunk(String content) {
		return EventStreamEncoder.encode(EventStreamMessage.event("chunk",
				Json.bytes(Json.object().put("bytes", content.getBytes(StandardCharsets.UTF_8)))));
	}

	public byte[] frame(byte[] payload) {
		return EventStreamEncoder.encode(message(payload, Instant.now()));
	}

	public byte[] end() {
		return frame(new byte[0]);
	}

	/** Sign the next message of the chain. */
	public EventStreamMessage message(byte[] payload, Instant date) {
		Instant signed = date.truncatedTo(ChronoUnit.MILLIS);
		byte[] header = ByteBuffer.allocate(15)
			.put((byte) 5)
			.put(":date".getBytes(StandardCharsets.UTF_8))
			.put((byte) 8)
			.putLong(signed.toEpochMilli())
			.array();
		String time = BASIC.format(signed.atOffset(ZoneOffset.UTC));
		this.previous = sign(time, String.join("\n", "AWS4-HMAC-SHA256-PAYLOAD", time, scope(time), this.previous,
				Sha256.hex(header), Sha256.hex(payload)));
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		headers.put(":date", new HeaderValue.TimestampValue(signed));
		headers.put(":chunk-signature", new HeaderValue.ByteArrayValue(HexFormat.of().parseHex(this.previous)));
		return new EventStreamMessage(headers, payload);
	}

	private String scope(String time) {
		return String.join("/", time.substring(0, 8), this.emulator.region(), "bedrock", "aws4_request");
	}

	private String sign(String time, String stringToSign) {
		return SignatureVersion4.signature(this.emulator.secretAccessKey(), time.substring(0, 8),
				this.emulator.region(), "bedrock", stringToSign);
	}

}
