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
 * Signer for AWS Signature Version 4. It signs the path as encoded on the wire, a fixed
 * list of headers and the exact bytes of the body.
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
	 * Headers that signing adds; all other headers that the AWS signer returns are
	 * already part of the request. The host is included, because an HTTP client may
	 * format it differently.
	 */
	private static final List<String> ADDED_HEADERS = List.of("authorization", "host", "x-amz-date",
			"x-amz-security-token", "x-amz-content-sha256");

	private static final Mono<Boolean> NOT_CORRECTED = Mono.just(false);

	/** Created on first use; plain requests do not need it. */
	private final SingletonSupplier<AwsV4HttpSigner> signer = SingletonSupplier.of(AwsV4HttpSigner::create);

	private final String region;

	private final SkewCorrectingClock clock;

	private final FastPathV4Signer fastPathSigner;

	/**
	 * Create an instance.
	 * @param provider the source of the credentials. It is called for each request,
	 * unless its credentials have an expiration time, and once more after the service has
	 * rejected credentials, see {@link RefreshableIdentityProvider}
	 * @param region the region to sign for
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region) {
		this(provider, region, Clock.systemUTC());
	}

	/**
	 * Create an instance with a listener for the resolution of credentials.
	 * @param provider the source of the credentials
	 * @param region the region to sign for
	 * @param listener is notified of each result of the provider, and must not block
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region,
			Consumer<IdentityResolution> listener) {
		this(provider, region, new SkewCorrectingClock(Clock.systemUTC()), listener);
	}

	/**
	 * Create an instance with a custom {@link Clock}.
	 * @param provider the source of the credentials. It is called for each request,
	 * unless its credentials have an expiration time, and once more after the service has
	 * rejected credentials, see {@link RefreshableIdentityProvider}
	 * @param region the region to sign for
	 * @param clock supplies the dates of signatures, until the service rejects one
	 * because of its date
	 */
	public SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region, Clock clock) {
		this(provider, region, new SkewCorrectingClock(clock), (resolution) -> {
		});
	}

	private SignatureV4Signer(IdentityProvider<? extends AwsCredentialsIdentity> provider, String region,
			SkewCorrectingClock clock, Consumer<IdentityResolution> listener) {
		// Without the correction, new credentials may seem to have expired.
		super(new IdentityResolver<>(
				new IdentitySource<>(provider, "AWS credentials", SCHEME, IdentityChecks::credentials, listener), clock,
				System::nanoTime));
		this.region = region;
		this.clock = clock;
		this.fastPathSigner = new FastPathV4Signer(region, SIGNING_NAME, clock);
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
	public Mono<Boolean> handleRejection(SigningRejection rejection) {
		if (rejection.mayConcernDate()) {
			return Mono.fromSupplier(() -> this.clock.correct(rejection));
		}
		return rejection.concernsIdentity()
				? identityResolver().replace((identity) -> isIdentityOf(rejection, identity)) : NOT_CORRECTED;
	}

	private static boolean isIdentityOf(SigningRejection rejection, AwsCredentialsIdentity identity) {
		Map<String, String> headers = rejection.signatureHeaders();
		String token = (identity instanceof AwsSessionCredentialsIdentity session) ? session.sessionToken().trim()
				: null;
		return headers.getOrDefault("authorization", "").contains("Credential=" + identity.accessKeyId().trim() + "/")
				&& Objects.equals(token, headers.get("x-amz-security-token"));
	}

	private Map<String, String> sign(RequestToSign request, AwsCredentialsIdentity identity) {
		try {
			return FastPathV4Signer.canSign(request, identity) ? this.fastPathSigner.sign(request, identity)
					: signByAws(request, identity);
		}
		catch (GeneralSecurityException | RuntimeException ex) {
			throw signingException(ex);
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
		// The signer recognizes an event stream by the content type.
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
			.onErrorMap(SignatureV4Signer::signingException);
	}

	private static SigningException signingException(Throwable cause) {
		return new SigningException("Request could not be signed", cause);
	}

	private static Map<String, String> added(SdkHttpRequest signed) {
		Map<String, String> added = new LinkedHashMap<>();
		signed.forEachHeader((name, values) -> {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (ADDED_HEADERS.contains(lowerCase)) {
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
		// The AWS signer encodes query values itself and expects decoded values.
		MultiValueMap<String, String> query = UriComponentsBuilder.fromUri(uri).build(true).getQueryParams();
		query.forEach((name, values) -> builder.putRawQueryParameter(decode(name),
				values.stream().map(SignatureV4Signer::decode).toList()));
		return builder.build();
	}

	private static String decode(String encoded) {
		return UriUtils.decode((encoded != null) ? encoded : "", StandardCharsets.UTF_8);
	}

}
