package io.bedrockruntime.testserver;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certificate authority for tests and certificates that it has signed, created with the
 * JDK's keytool.
 */
public final class TestAuthority {

	private static final String PASSWORD = "changeit";

	private final Path file;

	private final KeyStore store;

	public TestAuthority(Path folder) throws Exception {
		this.file = folder.resolve("authority.p12");
		keytool("authority", "-ext", "bc:c", "-validity", "30");
		keytool("localhost", "-signer", "authority", "-ext", "san=dns:localhost", "-validity", "2");
		keytool("other", "-signer", "authority", "-ext", "san=dns:other.example", "-validity", "2");
		keytool("expired", "-signer", "authority", "-ext", "san=dns:localhost", "-startdate", "-3d", "-validity", "2");
		this.store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.file)) {
			this.store.load(in, PASSWORD.toCharArray());
		}
	}

	private void keytool(String name, String... options) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						name, "-keyalg", "EC", "-dname", "CN=" + name, "-storetype", "PKCS12", "-storepass", PASSWORD,
						"-keystore", this.file.toString()));
		command.addAll(List.of(options));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(keytool.waitFor()).as(said).isZero();
	}

	/** A certificate with its private key. */
	public KeyManagerFactory keys(String name) throws Exception {
		KeyStore one = KeyStore.getInstance("PKCS12");
		one.load(null, null);
		one.setKeyEntry(name, this.store.getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(),
				this.store.getCertificateChain(name));
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(one, PASSWORD.toCharArray());
		return keys;
	}

	/** Trust managers that trust only this authority. */
	public TrustManagerFactory trust() throws Exception {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("authority", this.store.getCertificate("authority"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		return trust;
	}

}
