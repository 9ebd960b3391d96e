package io.bedrockruntime.signing;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.SigningException;
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
public final class BearerTokenSigner implements RequestSigner {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Identities<TokenIdentity> identities;

	/**
	 * Create an instance.
	 * @param provider the source of the key, asked for each request
	 */
	public BearerTokenSigner(IdentityProvider<? extends TokenIdentity> provider) {
		this.identities = new Identities<>(provider, "API key");
	}

	@Override
	public Mono<Map<String, String>> sign(RequestToSign request) {
		URI uri = request.uri();
		if (!"https".equalsIgnoreCase(uri.getScheme())
				&& !LOOPBACK.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT))) {
			return Mono.error(() -> new SigningException("API key is not sent to '%s' over %s: use an https endpoint"
				.formatted(uri.getHost(), uri.getScheme()), null));
		}
		return this.identities.resolve().map((identity) -> Map.of("authorization", "Bearer " + key(identity)));
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

	/**
	 * Return the key without white space around it, as a file may end in a line break.
	 */
	private static String key(TokenIdentity identity) {
		String key = identity.token().strip();
		if (key.isEmpty() || !key.chars().allMatch((character) -> character > ' ' && character < 127)) {
			throw new CredentialsException("API key is empty or has characters that no key has", null);
		}
		return key;
	}

	@Override
	public String scheme() {
		return "httpBearerAuth";
	}

}
