package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Signs with AWS Signature Version 4. It signs the path as it is encoded on the wire, a
 * fixed list of headers and the exact bytes of the body.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 * a signed AWS API request</a>
 */
public final class SignatureV4Signer extends AbstractRequestSigner<AwsCredentialsIdentity> {

	private static final String SCHEME = "sigv4";

	private static final String SIGNING_NAME = "bedrock";

	/**
	 * What signing adds; all else that the AWS signer returns went in and is on the
	 * request already. The host is among it, as an HTTP client may spell it in another
	 * way.
	 */
	private static final List<String> ADDED = List.of("authorization", "host", "x-amz-date", "x-amz-security-token",
			"x-amz-content-sha256");

	private static final Mono<Boolean> NO = Mono.just(false);

	/** Made when it is first needed, which it is not for plain requests. */
	private final SingletonSupplier<AwsV4HttpSigner> signer = SingletonSupplier.of(AwsV4HttpSigner::create);

	private final String region;

	private final SkewCorrectingClock clock;

	private final FastPathV4Signer plainSigner;

	/**
	 * Create an instance.
	 * @param provider the source of the credentials. It is asked for each request, unless
	 * its credentials have an expiration time; and once more after the service has
	 * refused some, see {@link RefreshableIdentityProvider}
	 * @param region the region to sign for
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region) {
		this(provider, region, Clock.systemUTC());
	}

	/**
	 * Create an instance that tells when credentials are asked for.
	 * @param provider the source of the credentials
	 * @param region the region to sign for
	 * @param listener is told of each answer of the provider, and must not block
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region,
			Consumer<IdentityResolution> listener) {
		this(provider, region, new SkewCorrectingClock(Clock.systemUTC()), listener);
	}

	/**
	 * Create an instance with a clock of its own.
	 * @param provider the source of the credentials. It is asked for each request, unless
	 * its credentials have an expiration time; and once more after the service has
	 * refused some, see {@link RefreshableIdentityProvider}
	 * @param region the region to sign for
	 * @param clock the clock that dates the signatures, until the service refuses one for
	 * its date
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region, Clock clock) {
		this(provider, region, new SkewCorrectingClock(clock), (resolution) -> {
		});
	}

	private SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region,
			SkewCorrectingClock clock, Consumer<IdentityResolution> listener) {
		// By the corrected clock, or what it is given may seem to have expired.
		super(new IdentityResolver<>(
				new IdentitySource<>(provider, "AWS credentials", SCHEME, IdentityChecks::credentials, listener), clock,
				System::nanoTime));
		this.region = region;
		this.clock = clock;
		this.plainSigner = new FastPathV4Signer(region, SIGNING_NAME, clock);
	}

	@Override
	public Mono<Map<String, String>> sign(RequestToSign request) {
		return identityResolver().resolve().map((identity) -> sign(request, identity));
	}

	@Override
	public Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages) {
		return identityResolver().resolve().flatMap((identity) -> signEventStream(request, messages, identity));
	}

	@Override
	public Mono<Boolean> refused(SigningRejection refusal) {
		if (refusal.mayBeForDate()) {
			return Mono.fromSupplier(() -> this.clock.correct(refusal));
		}
		return refusal.isForIdentity() ? identityResolver().replace((identity) -> isIn(refusal, identity)) : NO;
	}

	private static boolean isIn(SigningRejection refusal, AwsCredentialsIdentity identity) {
		Map<String, String> headers = refusal.signatureHeaders();
		String token = (identity instanceof AwsSessionCredentialsIdentity session) ? session.sessionToken().trim()
				: null;
		return headers.getOrDefault("authorization", "").contains("Credential=" + identity.accessKeyId().trim() + "/")
				&& Objects.equals(token, headers.get("x-amz-security-token"));
	}

	private Map<String, String> sign(RequestToSign request, AwsCredentialsIdentity identity) {
		try {
			return FastPathV4Signer.canSign(request, identity) ? this.plainSigner.sign(request, identity)
					: signByAws(request, identity);
		}
		catch (GeneralSecurityException | RuntimeException ex) {
			throw notSigned(ex);
		}
	}

	private Map<String, String> signByAws(RequestToSign request, AwsCredentialsIdentity identity) {
		return added(this.signer.obtain()
			.sign((builder) -> builder.identity(identity)
				.request(toSdkRequest(request))
				.payload(ContentStreamProvider.fromByteArrayUnsafe(request.body()))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
				.putProperty(AwsV4HttpSigner.REGION_NAME, this.region)
				.putProperty(HttpSigner.SIGNING_CLOCK, this.clock))
			.request());
	}

	private Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages,
			AwsCredentialsIdentity identity) {
		// The content type tells the signer that this is an event stream.
		return Mono
			.fromFuture(() -> this.signer.obtain()
				.signAsync((builder) -> builder.identity(identity)
					.request(toSdkRequest(request))
					.payload(messages)
					.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
					.putProperty(AwsV4HttpSigner.REGION_NAME, this.region)
					.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
					.putProperty(HttpSigner.SIGNING_CLOCK, this.clock)))
			.map((signed) -> new SignedEventStream(added(signed.request()), signed.payload().orElseThrow()))
			.onErrorMap(SignatureV4Signer::notSigned);
	}

	private static SigningException notSigned(Throwable cause) {
		return new SigningException("Request could not be signed", cause);
	}

	private static Map<String, String> added(SdkHttpRequest signed) {
		Map<String, String> added = new LinkedHashMap<>();
		signed.forEachHeader((name, values) -> {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (ADDED.contains(lowerCase)) {
				added.put(lowerCase, values.get(0));
			}
		});
		return added;
	}

	private static SdkHttpRequest toSdkRequest(RequestToSign request) {
		URI uri = request.uri();
		SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
			.method(SdkHttpMethod.fromValue(request.method()))
			.protocol(uri.getScheme())
			.host(uri.getHost())
			.encodedPath(uri.getRawPath());
		if (uri.getPort() != -1) {
			builder.port(uri.getPort());
		}
		request.headers().forEach(builder::putHeader);
		// The AWS signer encodes query values itself and wants them decoded.
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(uri).build(true).getQueryParams();
		query.forEach((name, values) -> builder.putRawQueryParameter(decode(name),
				values.stream().map(SignatureV4Signer::decode).toList()));
		return builder.build();
	}

	private static String decode(String encoded) {
		return UriUtils.decode((encoded != null) ? encoded : "", StandardCharsets.UTF_8);
	}

}
