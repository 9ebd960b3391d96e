package io.bedrockruntime.testserver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * HTTP/1.1 server that sends arbitrary bytes, valid or not.
 */
public final class RawServer implements AutoCloseable {

	private final Listener listener;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger goneClients = new AtomicInteger();

	private volatile String greeting;

	private volatile Responder responder = (peer) -> peer.write("HTTP/1.1 500 Unscripted\r\ncontent-length: 0\r\n\r\n");

	public RawServer() {
		this(InetAddress.getLoopbackAddress());
	}

	public RawServer(InetAddress address) {
		this.listener = new Listener("raw-server", 1100, address);
		this.listener.serve(this::serve);
	}

	/** A peer that sends a text and closes the connection, whatever the client sends. */
	public static RawServer greeting(String text) {
		RawServer server = new RawServer();
		server.greeting = text;
		return server;
	}

	public RawServer respond(Responder responder) {
		this.responder = responder;
		return this;
	}

	public RawServer respond(String response) {
		return respond((peer) -> peer.write(response));
	}

	public int port() {
		return this.listener.port();
	}

	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + port());
	}

	/** The requests so far, in the order of arrival. */
	public List<Request> requests() {
		return this.requests;
	}

	/** The number of connections so far. */
	public int connections() {
		return this.listener.connections().size();
	}

	/** The number of connections that the client has closed so far. */
	public int goneClients() {
		return this.goneClients.get();
	}

	private void serve(Socket socket, int connection) {
		try {
			// Otherwise a reset may discard the last bytes before they are sent.
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			Peer peer = new Peer(socket, socket.getOutputStream());
			if (this.greeting != null) {
				in.read();
				peer.write(this.greeting);
				peer.fin();
				return;
			}
			Request request = read(in, connection);
			while (request != null) {
				this.requests.add(request);
				this.responder.respond(peer);
				request = read(in, connection);
			}
			this.goneClients.incrementAndGet();
		}
		catch (IOException ex) {
			this.goneClients.incrementAndGet();
		}
	}

	private static Request read(InputStream in, int connection) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int ending = 0;
		while (ending != 0x0d0a0d0a) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.write(next);
			ending = (ending << 8) | next;
		}
		String text = head.toString(StandardCharsets.ISO_8859_1);
		Request request = new Request(connection, text, new byte[0]);
		String length = request.header("content-length");
		return (length == null) ? request : new Request(connection, text, in.readNBytes(Integer.parseInt(length)));
	}

	@Override
	public void close() {
		this.listener.close();
	}

	public interface Responder {

		void respond(Peer peer) throws IOException;

	}

	public record Request(int connection, String head, byte[] body) {

		/** The request line's method and target. */
		public String line() {
			return this.head.substring(0, this.head.indexOf(" HTTP/1.1\r\n"));
		}

		public List<String> headers(String name) {
			String prefix = name.toLowerCase(Locale.ROOT) + ":";
			return this.head.lines()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
				.map((line) -> line.substring(prefix.length()).strip())
				.toList();
		}

		public String header(String name) {
			return headers(name).isEmpty() ? null : headers(name).get(0);
		}

	}

	public record Peer(Socket socket, OutputStream out) {

		public void write(String text) throws IOException {
			write(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		public void write(byte[] bytes) throws IOException {
			this.out.write(bytes);
			this.out.flush();
		}

		public void writeChunk(byte[] bytes) throws IOException {
			ByteArrayOutputStream chunk = new ByteArrayOutputStream();
			chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			chunk.writeBytes(bytes);
			chunk.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
			write(chunk.toByteArray());
		}

		public void fin() throws IOException {
			this.socket.shutdownOutput();
		}

		public void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

		/** Write until the client ends the connection. */
		public void writeForever(byte[] bytes) {
			try {
				while (true) {
					write(bytes);
				}
			}
			catch (IOException ex) {
				// the client is gone
			}
		}

	}

}
