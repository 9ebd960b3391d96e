package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The server's process, as the driver sees it.
 */
final class Server implements AutoCloseable {

	private final Child process;

	private final Path trustStore;

	private final String cleartext;

	private final String tls;

	private Server(Child process, Path trustStore, String cleartext, String tls) {
		this.process = process;
		this.trustStore = trustStore;
		this.cleartext = cleartext;
		this.tls = tls;
	}

	/**
	 * Start a server.
	 * @param folder where its certificate and its log are put
	 */
	static Server start(Path folder) throws IOException, InterruptedException {
		Certificate certificate = Certificate.create(folder);
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		Child process = Child.start(java,
				List.of("-Xms512m", "-Xmx2g", "-XX:MaxDirectMemorySize=2g",
						"-Dio.netty.tryReflectionSetAccessible=true", "-Dio.netty.leakDetection.level=disabled",
						"--add-opens=java.base/java.nio=ALL-UNNAMED"),
				BenchServer.class, certificate.keyStore().toString(), folder.resolve("server.log"));
		try {
			String[] ports = process.answer(30).split(" ");
			return new Server(process, certificate.trustStore(), "http://127.0.0.1:" + ports[1],
					"https://localhost:" + ports[2]);
		}
		catch (IOException | InterruptedException ex) {
			process.close();
			throw ex;
		}
	}

	/**
	 * Return where it is, with TLS or without.
	 */
	String endpoint(boolean withTls) {
		return withTls ? this.tls : this.cleartext;
	}

	/**
	 * Return the store with which its certificate is trusted.
	 */
	Path trustStore() {
		return this.trustStore;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
