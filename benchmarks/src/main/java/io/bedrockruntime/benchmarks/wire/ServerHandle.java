package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.bedrockruntime.benchmarks.process.ChildProcess;
import io.bedrockruntime.benchmarks.process.ChildProcess.JvmCommand;

/**
 * The driver's handle of the server's process.
 */
final class ServerHandle implements AutoCloseable {

	private final ChildProcess process;

	private final Path trustStore;

	private final String cleartext;

	private final String tls;

	private ServerHandle(ChildProcess process, Path trustStore, String cleartext, String tls) {
		this.process = process;
		this.trustStore = trustStore;
		this.cleartext = cleartext;
		this.tls = tls;
	}

	/**
	 * Start a server.
	 * @param folder the folder for its certificate and its log
	 */
	static ServerHandle start(Path folder) throws IOException, InterruptedException {
		Certificate certificate = Certificate.create(folder);
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		List<String> options = List.of("-Xms512m", "-Xmx2g", "-XX:MaxDirectMemorySize=2g",
				"-Dio.netty.tryReflectionSetAccessible=true", "-Dio.netty.leakDetection.level=disabled",
				"--add-opens=java.base/java.nio=ALL-UNNAMED");
		ChildProcess process = ChildProcess.start(
				JvmCommand.of(java, options, BenchmarkServer.class, certificate.keyStore().toString()),
				folder.resolve("server.log"));
		try {
			String[] ports = process.nextLine(30).split(" ");
			return new ServerHandle(process, certificate.trustStore(), "http://127.0.0.1:" + ports[1],
					"https://localhost:" + ports[2]);
		}
		catch (IOException | InterruptedException ex) {
			process.close();
			throw ex;
		}
	}

	/**
	 * Return the endpoint, with or without TLS.
	 */
	String endpoint(boolean withTls) {
		return withTls ? this.tls : this.cleartext;
	}

	/**
	 * Return the truststore with its certificate.
	 */
	Path trustStore() {
		return this.trustStore;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
