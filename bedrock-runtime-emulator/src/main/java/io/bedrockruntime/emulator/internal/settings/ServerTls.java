package io.bedrockruntime.emulator.internal.settings;

import java.nio.file.Path;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;

/**
 * Server certificate of the emulator with its private key.
 */
public final class ServerTls {

	private final String origin;

	private final Supplier<SslContextBuilder> builder;

	private ServerTls(String origin, Supplier<SslContextBuilder> builder) {
		this.origin = origin;
		this.builder = builder;
	}

	public static ServerTls of(Path certificateChain, Path privateKey) {
		return new ServerTls("certificate " + certificateChain + " with key " + privateKey,
				() -> SslContextBuilder.forServer(certificateChain.toFile(), privateKey.toFile()));
	}

	public static ServerTls of(KeyManagerFactory keyManagerFactory) {
		return new ServerTls("key managers", () -> SslContextBuilder.forServer(keyManagerFactory));
	}

	public SslContext context(boolean http2) {
		// With ALPN, a client that offers both learns that HTTP/2 is not supported.
		String[] protocols = http2 ? new String[] { ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1 }
				: new String[] { ApplicationProtocolNames.HTTP_1_1 };
		try {
			return this.builder.get()
				.ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
				.applicationProtocolConfig(new ApplicationProtocolConfig(Protocol.ALPN,
						SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, protocols))
				.build();
		}
		catch (IllegalArgumentException | SSLException ex) {
			throw new IllegalArgumentException("TLS could not be set up: " + this, ex);
		}
	}

	@Override
	public String toString() {
		return this.origin;
	}

}
