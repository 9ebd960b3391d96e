package io.bedrockruntime.emulator.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Health check: the server's response and the client that requests it. It is not a
 * request to the service: it needs no signature, and is not recorded in the journal or
 * matched by the script.
 */
public final class EmulatorHealth {

	/** Path that AWS does not use. */
	public static final String PATH = "/health";

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String UP = "HTTP/1.1 200 ";

	private EmulatorHealth() {
	}

	static boolean matches(HttpServerRequest request) {
		return HttpMethod.GET.equals(request.method()) && PATH.equals(request.uri());
	}

	static Mono<Void> respond(HttpServerResponse response) {
		return response.header("Content-Type", "text/plain").sendString(Mono.just("UP\n")).then();
	}

	/**
	 * Check the emulator that listens on a port of this machine.
	 * @param port the port
	 * @param certificate the file with the server's certificate, or null for cleartext
	 */
	public static boolean isUp(int port, @Nullable Path certificate) {
		int timeout = (int) TIMEOUT.toMillis();
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(timeout);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
			return isUp((certificate != null) ? secured(socket, certificate) : socket);
		}
		catch (IOException | GeneralSecurityException ex) {
			return false;
		}
	}

	private static boolean isUp(Socket socket) throws IOException {
		socket.getOutputStream()
			.write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return new String(socket.getInputStream().readNBytes(UP.length()), StandardCharsets.US_ASCII).equals(UP);
	}

	/** Create a TLS socket that trusts only the emulator's certificate. */
	private static Socket secured(Socket socket, Path certificate) throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		try (InputStream input = Files.newInputStream(certificate)) {
			for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
				trusted.setCertificateEntry(Integer.toString(trusted.size()), each);
			}
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
	}

}
