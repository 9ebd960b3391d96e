package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FastPathV4Signer}, with the AWS signer as the reference.
 */
class FastPathV4SignerTests {

	/** The number can be increased with {@code -DargLine=-Dsigning.generated=1000000}. */
	private static final int GENERATED = Integer.getInteger("signing.generated", 6_000);

	private static final List<String> NAMES = List.of("content-type", "x-amzn-bedrock-trace",
			"x-amzn-bedrock-guardrailidentifier", "x-amzn-bedrock-request-metadata", "x-amzn-bedrock-accept", "a",
			"x-amz-a", "x-amz-t", "zz", "i-b", "host-", "user-agent", "x-amzn-trace-id");

	private static final String CHARACTERS = "abcXYZ019-._~!$&'()*+,;=:@/%?#[]{}|\\^\"<> ` äß€漢";

	private final Random random = new Random(20261128);

	private final SettableClock clock = new SettableClock();

	private final List<AwsCredentialsIdentity> identities = identities();

	private final FastPathV4Signer signer = new FastPathV4Signer("eu-central-1", "bedrock", this.clock);

	@Test
	void whenRequestsAreGeneratedThenPlainOnesAreSignedLikeByTheAwsSigner() throws GeneralSecurityException {
		int plain = 0;
		for (int i = 0; i < GENERATED; i++) {
			RequestToSign request = request();
			AwsCredentialsIdentity identity = oneOf(this.identities);
			this.clock.advance(this.random);
			if (FastPathV4Signer.canSign(request, identity)) {
				plain++;
				assertThat(this.signer.sign(request, identity)).as("%s at %s", request, this.clock.instant())
					.isEqualTo(byAws(request, identity));
			}
		}
		assertThat(plain).isBetween(GENERATED / 4, GENERATED * 3 / 4);
	}

	@Test
	void whenManySignConcurrentlyWithSeveralCredentialsThenEachSignatureIsCorrect() {
		List<Map<String, String>> wrong = IntStream.range(0, 2_000).parallel().mapToObj((number) -> {
			RequestToSign request = new RequestToSign("POST", URI.create("https://host/model/" + number + "/converse"),
					Map.of(), new byte[0]);
			AwsCredentialsIdentity identity = this.identities.get(number % this.identities.size());
			Map<String, String> signed = signed(request, identity);
			return signed.equals(byAws(request, identity)) ? Map.<String, String>of() : signed;
		}).filter((signed) -> !signed.isEmpty()).toList();
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host", "https://host/a//b", "https://host/a/../b", "https://host/./a",
			"https://host/.a", "https://host/a:b", "https://host/a+b", "https://host/a?b=c", "https://host/a?",
			"https://host_name/a" })
	void whenUriIsNotPlainThenItIsLeftToTheAwsSigner(String uri) {
		RequestToSign request = new RequestToSign("GET", URI.create(uri), Map.of(), new byte[0]);
		assertThat(FastPathV4Signer.canSign(request, this.identities.get(0))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://host/", "http://host:8080/model/a%3A0/converse", "https://[::1]:8443/a",
			"https://host/async-invoke/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Aasync-invoke%2Fa" })
	void whenUriIsPlainThenItIsSignedByTheFastPath(String uri) {
		RequestToSign request = new RequestToSign("GET", URI.create(uri), Map.of(), new byte[0]);
		assertThat(FastPathV4Signer.canSign(request, this.identities.get(0))).isTrue();
		assertThat(signed(request, this.identities.get(0))).isEqualTo(byAws(request, this.identities.get(0)));
	}

	private Map<String, String> signed(RequestToSign request, AwsCredentialsIdentity identity) {
		try {
			return this.signer.sign(request, identity);
		}
		catch (GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

	private Map<String, String> byAws(RequestToSign request, AwsCredentialsIdentity identity) {
		SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
			.method(SdkHttpMethod.fromValue(request.method()))
			.uri(request.uri());
		request.headers().forEach(builder::putHeader);
		SdkHttpRequest signed = AwsV4HttpSigner.create()
			.sign((sign) -> sign.identity(identity)
				.request(builder.build())
				.payload(ContentStreamProvider.fromByteArray(request.body()))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
				.putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
				.putProperty(HttpSigner.SIGNING_CLOCK, this.clock))
			.request();
		Map<String, String> added = new TreeMap<>();
		signed.forEachHeader((name, values) -> added.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		added.keySet().removeAll(request.headers().keySet());
		return added;
	}

	private RequestToSign request() {
		StringBuilder uri = new StringBuilder(
				oneOf(List.of("https://bedrock-runtime.eu-central-1.amazonaws.com", "http://localhost:8080",
						"https://localhost:443", "http://127.0.0.1:80", "HTTPS://Some.Host:8443", "http://host:443")));
		uri.append(oneOf(List.of("", "", "", "/base", "/base.path/", "/a//b")));
		for (int parts = 1 + this.random.nextInt(4); parts > 0; parts--) {
			uri.append('/').append(segment());
		}
		uri.append(oneOf(List.of("", "", "", "", "/", "?", "?a=b%2Fc&d=")));
		Map<String, String> headers = new TreeMap<>();
		for (int count = this.random.nextInt(4); count > 0; count--) {
			headers.put(oneOf(NAMES), value());
		}
		byte[] body = new byte[oneOf(List.of(0, 1, 63, 64, 200, 5_000))];
		this.random.nextBytes(body);
		return new RequestToSign(oneOf(List.of("GET", "POST", "POST")), URI.create(uri.toString()), headers, body);
	}

	private String segment() {
		return switch (this.random.nextInt(12)) {
			case 0 -> oneOf(List.of("..", ".", ".a", "a:b", "a+b", "a,b"));
			case 1, 2, 3 -> UriUtils.encode(characters(1 + this.random.nextInt(20)), UTF_8);
			case 4, 5 -> UriUtils.encode("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.a.b-v1:0", UTF_8);
			default -> oneOf(List.of("model", "converse", "anthropic.claude-v1%3A0", "converse-stream", "a", "a..b",
					"a%2fb", "~a_b"));
		};
	}

	private String value() {
		return switch (this.random.nextInt(10)) {
			case 0 -> oneOf(List.of(" a", "a ", "a  b", "a\tb", "", "ä"));
			case 1, 2 -> "{\"a\":\"b c\", \"d\":[1,2]}";
			default -> oneOf(List.of("application/json", "ENABLED", "x", "a b c"));
		};
	}

	private String characters(int count) {
		StringBuilder characters = new StringBuilder();
		for (int i = 0; i < count; i++) {
			characters.append(CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
		}
		return characters.toString();
	}

	private List<AwsCredentialsIdentity> identities() {
		List<AwsCredentialsIdentity> identities = new ArrayList<>();
		for (String secret : List.of("secret", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", " spaced ")) {
			identities.add(AwsCredentialsIdentity.create("AKIDEXAMPLE", secret));
			identities.add(AwsSessionCredentialsIdentity.create(" ASIAEXAMPLE ", secret, " IQoJ//token=="));
		}
		return identities;
	}

	private <T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/**
	 * Virtual clock that mostly stands still, often advances by a second, and sometimes
	 * jumps by a day forward or back.
	 */
	private static final class SettableClock extends Clock {

		private volatile Instant now = Instant.parse("2026-12-31T23:59:50Z");

		void advance(Random random) {
			switch (random.nextInt(8)) {
				case 0, 1 -> this.now = this.now.plusSeconds(1);
				case 2 -> this.now = this.now.plusMillis(random.nextInt(1_000));
				case 3 -> this.now = this.now.plusSeconds(random.nextInt(200_000) - 100_000);
				default -> {
				}
			}
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
