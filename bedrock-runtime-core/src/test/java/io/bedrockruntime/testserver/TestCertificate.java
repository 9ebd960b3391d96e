package io.bedrockruntime.testserver;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.ssl.SslContextBuilder;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Self-signed certificate for {@code localhost}, created with the JDK's keytool.
 *
 * @param keys the certificate with its private key
 * @param trust trust managers that trust the certificate
 */
public record TestCertificate(KeyManagerFactory keys, TrustManagerFactory trust) {

	public static TestCertificate create(Path folder) throws Exception {
		Path file = folder.resolve("localhost.p12");
		if (!Files.exists(file)) {
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
					"san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-storepass", "changeit",
					"-keystore", file.toString())
				.redirectErrorStream(true)
				.start();
			String said = new String(keytool.getInputStream().readAllBytes());
			assertThat(keytool.waitFor()).as(said).isZero();
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, "changeit".toCharArray());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, "changeit".toCharArray());
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("localhost", store.getCertificate("localhost"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		return new TestCertificate(keys, trust);
	}

	public GenericSslContextSpec<SslContextBuilder> http2Server() {
		return Http2SslContextSpec.forServer(this.keys);
	}

	public GenericSslContextSpec<SslContextBuilder> server() {
		return Http11SslContextSpec.forServer(this.keys);
	}

	public GenericSslContextSpec<SslContextBuilder> client() {
		return Http11SslContextSpec.forClient().configure((context) -> context.trustManager(this.trust));
	}

	public GenericSslContextSpec<SslContextBuilder> http2Client() {
		return Http2SslContextSpec.forClient().configure((context) -> context.trustManager(this.trust));
	}

}
