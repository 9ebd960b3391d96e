package io.bedrockruntime.emulator.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificate for 127.0.0.1 with a private authority, made with the JDK's keytool.
 */
public final class TestCertificate {

	private static final String ALIAS = "emulator";

	private static final String AUTHORITY = "authority";

	private static final String PASSWORD = "changeit";

	private final KeyStore store;

	private final Certificate authority;

	private TestCertificate(KeyStore store, Certificate authority) {
		this.store = store;
		this.authority = authority;
	}

	public static TestCertificate create(Path folder) {
		return create(folder, "ip:127.0.0.1,dns:localhost", "-0d");
	}

	/** A certificate for another host. */
	public static TestCertificate ofAnotherHost(Path folder) {
		return create(folder, "dns:elsewhere.example", "-0d");
	}

	/** A certificate of last week, signed by an authority that is trusted today. */
	public static TestCertificate expired(Path folder) {
		return create(folder, "ip:127.0.0.1,dns:localhost", "-7d");
	}

	private static TestCertificate create(Path folder, String names, String start) {
		Path file = folder.resolve("emulator-" + UUID.randomUUID() + ".p12");
		keytool(file, "-alias", AUTHORITY, "-dname", "CN=authority", "-ext", "bc:c", "-startdate", "-30d", "-validity",
				"60");
		keytool(file, "-alias", ALIAS, "-dname", "CN=emulator", "-ext", "SAN=" + names, "-startdate", start,
				"-validity", "2", "-signer", AUTHORITY);
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			try (InputStream content = Files.newInputStream(file)) {
				store.load(content, PASSWORD.toCharArray());
			}
			Certificate authority = store.getCertificate(AUTHORITY);
			store.deleteEntry(AUTHORITY);
			return new TestCertificate(store, authority);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void keytool(Path file, String... options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg",
						"EC", "-groupname", "secp256r1", "-storetype", "PKCS12", "-keystore", file.toString(),
						"-storepass", PASSWORD));
		command.addAll(List.of(options));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException("keytool: " + output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public KeyManagerFactory keyManagers() throws GeneralSecurityException {
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(this.store, PASSWORD.toCharArray());
		return factory;
	}

	public TrustManagerFactory trustManagers() {
		try {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry(AUTHORITY, this.authority);
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(trusted);
			return factory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public SSLContext clientContext() throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trustManagers().getTrustManagers(), null);
		return context;
	}

	public Path certificatePem(Path folder) throws GeneralSecurityException, IOException {
		return Files.writeString(folder.resolve("certificate.pem"),
				pem("CERTIFICATE", this.store.getCertificate(ALIAS).getEncoded()));
	}

	public Path keyPem(Path folder) throws GeneralSecurityException, IOException {
		return Files.writeString(folder.resolve("key.pem"),
				pem("PRIVATE KEY", this.store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
	}

	private static String pem(String type, byte[] content) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
				+ "\n-----END " + type + "-----\n";
	}

}
