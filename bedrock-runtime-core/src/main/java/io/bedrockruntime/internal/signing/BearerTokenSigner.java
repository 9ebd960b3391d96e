package io.bedrockruntime.internal.signing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.identity.IdentityResolution;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

/**
 * Signer that authenticates with an Amazon Bedrock API key. The key itself is sent, so
 * signing fails for an endpoint that is neither {@code https} nor on this machine.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html">Use an Amazon
 * Bedrock API key</a>
 */
public final class BearerTokenSigner extends AbstractRequestSigner<TokenIdentity> {

	private static final String SCHEME = "httpBearerAuth";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final String AUTHORIZATION = "authorization";

	private static final Mono<Boolean> NOT_CORRECTED = Mono.just(false);

	/**
	 * Create an instance.
	 * @param provider the source of the key. It is called for each request, unless its
	 * key has an expiration time, and once more after the service has rejected a key, see
	 * {@link RefreshableIdentityProvider}
	 */
	public BearerTokenSigner(IdentityProvider<? extends TokenIdentity> provider) {
		this(provider, (resolution) -> {
		});
	}

	/**
	 * Create an instance with a listener for the resolution of the key.
	 * @param provider the source of the key
	 * @param listener is notified of each result of the provider, and must not block
	 */
	public BearerTokenSigner(IdentityProvider<? extends TokenIdentity> provider,
			Consumer<IdentityResolution> listener) {
		super(new IdentityResolver<>(
				new IdentitySource<>(provider, "API key", SCHEME, BearerTokenSigner::check, listener),
				Clock.systemUTC(), System::nanoTime));
	}

	@Override
	public Mono<Map<String, String>> sign(RequestToSign request) {
		URI uri = request.uri();
		if (!"https".equalsIgnoreCase(uri.getScheme())
				&& !LOOPBACK.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))) {
			return Mono.error(() -> new SigningException("API key is not sent to '%s' over %s: use an https endpoint"
				.formatted(uri.getHost(), uri.getScheme()), null));
		}
		return identityResolver().resolve().map((identity) -> Map.of(AUTHORIZATION, authorization(identity)));
	}

	/**
	 * Fail, because the service does not accept API keys for an event stream from a
	 * client, and without a signature its messages would not be authenticated.
	 */
	@Override
	public Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages) {
		return Mono.error(() -> new SigningException(
				"API keys are not accepted for a bidirectional event stream: use AWS credentials", null));
	}

	@Override
	public Mono<Boolean> handleRejection(SigningRejection rejection) {
		if (!rejection.concernsIdentity()) {
			return NOT_CORRECTED;
		}
		String authorization = rejection.signatureHeaders().get(AUTHORIZATION);
		return identityResolver().replace((identity) -> authorization(identity).equals(authorization));
	}

	/**
	 * Return the header with the key, without surrounding white space, because a key from
	 * a file may end with a line break.
	 */
	private static String authorization(TokenIdentity identity) {
		return "Bearer " + identity.token().trim();
	}

	private static void check(TokenIdentity identity) {
		IdentityChecks.requireVisible("API key", identity.token());
	}

}
