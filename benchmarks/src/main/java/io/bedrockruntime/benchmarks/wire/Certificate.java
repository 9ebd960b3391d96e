package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Temporary certificate of the server.
 *
 * @param keyStore the PKCS12 store with the server's key
 * @param trustStore the PKCS12 store that trusts the certificate
 */
record Certificate(Path keyStore, Path trustStore) {

	/** The password of both stores, which protect nothing. */
	static final String PASSWORD = "benchmarks";

	/**
	 * Create a certificate with the JDK's {@code keytool}.
	 * @param folder the folder for the stores
	 */
	static Certificate create(Path folder) throws IOException, InterruptedException {
		Path key = folder.resolve("server.p12");
		Path trust = folder.resolve("trust.p12");
		Path certificate = folder.resolve("server.pem");
		for (Path path : List.of(key, trust, certificate)) {
			Files.deleteIfExists(path);
		}
		keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
				"-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "3", "-keystore", key.toString());
		keytool("-exportcert", "-rfc", "-alias", "server", "-keystore", key.toString(), "-file",
				certificate.toString());
		keytool("-importcert", "-noprompt", "-alias", "server", "-keystore", trust.toString(), "-file",
				certificate.toString());
		return new Certificate(key, trust);
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of(arguments));
		command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException("keytool " + arguments[0] + " failed");
		}
	}

}
