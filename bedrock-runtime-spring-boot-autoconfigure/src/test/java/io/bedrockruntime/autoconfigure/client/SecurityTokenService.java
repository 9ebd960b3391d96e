package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Local Security Token Service that accepts any request to assume a role, and records it.
 * Other requests receive credentials of a container.
 */
final class SecurityTokenService implements AutoCloseable {

	private static final String ROLE = """
			<%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><%1$sResult><Credentials>
			<AccessKeyId>role-access</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>
			<SessionToken>role-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
			</Credentials></%1$sResult></%1$sResponse>""";

	private static final String CONTAINER = """
			{"AccessKeyId":"container-access","SecretAccessKey":"container-secret","Token":"container-token",
			"Expiration":"2099-01-01T00:00:00Z"}""";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	SecurityTokenService() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
				+ URLDecoder.decode(body, StandardCharsets.UTF_8));
		String answer = body.contains("Action=AssumeRoleWithWebIdentity") ? ROLE.formatted("AssumeRoleWithWebIdentity")
				: body.contains("Action=AssumeRole") ? ROLE.formatted("AssumeRole") : CONTAINER;
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", answer.startsWith("<") ? "text/xml" : "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the authorization and the form of each request.
	 */
	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
