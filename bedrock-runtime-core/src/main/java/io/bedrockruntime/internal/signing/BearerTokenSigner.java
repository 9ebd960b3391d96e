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
 * Authenticates with an Amazon Bedrock API key. As the key itself goes over the wire, it
 * is refused for an endpoint that is neither {@code https} nor on this machine.
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

	private static final Mono<Boolean> NO = Mono.just(false);

	/**
	 * Create an instance.
	 * @param provider the source of the key. It is asked for each request, unless its key
	 * has an expiration time; and once more after the service has refused a key, see
	 * {@link RefreshableIdentityProvider}
	 */
	public BearerTokenSigner(IdentityProvider<? extends TokenIdentity> provider) {
		this(provider, (resolution) -> {
		});
	}

	/**
	 * Create an instance that tells when the key is asked for.
	 * @param provider the source of the key
	 * @param listener is told of each answer of the provider, and must not block
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
	 * Refuse: the service takes API keys for no event stream that a client sends, and
	 * without a signature nothing would vouch for its messages.
	 */
	@Override
	public Mono<SignedEventStream> signEventStream(RequestToSign request, Publisher<ByteBuffer> messages) {
		return Mono.error(() -> new SigningException(
				"API keys are not accepted for an event stream in both directions: use AWS credentials", null));
	}

	@Override
	public Mono<Boolean> refused(SigningRejection refusal) {
		if (!refusal.isForIdentity()) {
			return NO;
		}
		String authorization = refusal.signatureHeaders().get(AUTHORIZATION);
		return identityResolver().replace((identity) -> authorization(identity).equals(authorization));
	}

	/**
	 * Return the header with the key, but without white space around it, as a file may
	 * end in a line break.
	 */
	private static String authorization(TokenIdentity identity) {
		return "Bearer " + identity.token().trim();
	}

	private static void check(TokenIdentity identity) {
		IdentityChecks.visible("API key", identity.token());
	}

}
