package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Local servers for the metadata service of an EC2 instance (only version 2) and the
 * portal of IAM Identity Center. They record requests.
 */
final class CredentialEndpoints implements AutoCloseable {

	private static final String ROLES = "/latest/meta-data/iam/security-credentials";

	private static final String INSTANCE = """
			{"Code":"Success","Type":"AWS-HMAC","AccessKeyId":"instance-access","SecretAccessKey":"s3cret",
			"Token":"instance-token","LastUpdated":"2026-01-01T00:00:00Z","Expiration":"2099-01-01T00:00:00Z"}""";

	private static final String PORTAL = """
			{"roleCredentials":{"accessKeyId":"portal-access","secretAccessKey":"s3cret",
			"sessionToken":"portal-token","expiration":4070908800000}}""";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	CredentialEndpoints() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/latest/api/token", (exchange) -> answer(exchange, 200, "instance-session"));
		this.server.createContext("/latest/meta-data/", this::metadata);
		this.server.createContext("/federation/credentials", this::portal);
		this.server.start();
	}

	private void metadata(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (!"instance-session".equals(exchange.getRequestHeaders().getFirst("x-aws-ec2-metadata-token"))) {
			answer(exchange, 401, "");
		}
		else if (!path.startsWith(ROLES + "/")) {
			answer(exchange, 404, "");
		}
		else {
			answer(exchange, 200, path.equals(ROLES + "/") ? "instance-role" : INSTANCE);
		}
	}

	private void portal(HttpExchange exchange) throws IOException {
		boolean known = "center-token".equals(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		answer(exchange, known ? 200 : 401, known ? PORTAL : "{}");
	}

	private void answer(HttpExchange exchange, int status, String body) throws IOException {
		this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("x-aws-ec2-metadata-token-ttl-seconds", "21600");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the method and the URI of each request.
	 */
	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
