package io.bedrockruntime.testserver;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * HTTP/2 server without TLS that sends arbitrary frames.
 */
public final class RawHttp2Server implements AutoCloseable {

	public static final int DATA = 0;

	public static final int HEADERS = 1;

	static final int RST_STREAM = 3;

	static final int SETTINGS = 4;

	static final int PING = 6;

	static final int GOAWAY = 7;

	public static final int CONTINUATION = 9;

	public static final int END_STREAM = 1;

	public static final int END_HEADERS = 4;

	private static final int PREFACE_LENGTH = 24;

	private static final int FRAME_HEAD_LENGTH = 9;

	private final Listener listener;

	/** The streams that a client ended early. */
	public final List<Integer> resets = new CopyOnWriteArrayList<>();

	public final AtomicInteger requests = new AtomicInteger();

	public final AtomicInteger pings = new AtomicInteger();

	private final boolean greets;

	private final Responder responder;

	public RawHttp2Server(Responder responder) {
		this(true, responder);
	}

	private RawHttp2Server(boolean greets, Responder responder) {
		this.greets = greets;
		this.responder = responder;
		this.listener = new Listener("raw-http2-server", 100, InetAddress.getLoopbackAddress());
		this.listener.serve((socket, number) -> serve(socket));
	}

	/** A peer that accepts connections and never sends anything. */
	public static RawHttp2Server silent() {
		return new RawHttp2Server(false, (peer, stream, number) -> {
		});
	}

	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.listener.port());
	}

	public int connections() {
		return this.listener.connections().size();
	}

	private void serve(Socket socket) {
		try {
			socket.setTcpNoDelay(true);
			DataInputStream in = new DataInputStream(socket.getInputStream());
			Peer peer = new Peer(socket, socket.getOutputStream());
			in.readNBytes(PREFACE_LENGTH);
			if (this.greets) {
				peer.write(SETTINGS, 0, 0, new byte[0]);
			}
			while (true) {
				ByteBuffer head = ByteBuffer.wrap(in.readNBytes(FRAME_HEAD_LENGTH));
				if (head.remaining() < FRAME_HEAD_LENGTH) {
					return;
				}
				int lengthAndType = head.getInt();
				int flags = head.get();
				byte[] payload = in.readNBytes(lengthAndType >>> 8);
				take(peer, lengthAndType & 0xff, flags, head.getInt(), payload);
			}
		}
		catch (IOException ex) {
			// the client is gone
		}
	}

	private void take(Peer peer, int type, int flags, int stream, byte[] payload) throws IOException {
		boolean ack = (flags & 1) != 0;
		if (type == SETTINGS && !ack && this.greets) {
			peer.write(SETTINGS, 1, 0, new byte[0]);
		}
		else if (type == PING && !ack) {
			this.pings.incrementAndGet();
		}
		else if (type == RST_STREAM) {
			this.resets.add(stream);
		}
		else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
			int number = this.requests.incrementAndGet();
			this.responder.respond(peer, stream, number);
		}
	}

	@Override
	public void close() {
		this.listener.close();
	}

	public interface Responder {

		/**
		 * Respond to a request.
		 * @param peer the other side
		 * @param stream the stream of the request
		 * @param number the number of the request, from 1
		 */
		void respond(Peer peer, int stream, int number) throws IOException;

	}

	public record Peer(Socket socket, OutputStream out) {

		public void write(int type, int flags, int stream, byte[] payload) throws IOException {
			ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD_LENGTH + payload.length)
				.putInt((payload.length << 8) | type)
				.put((byte) flags)
				.putInt(stream)
				.put(payload);
			this.out.write(frame.array());
			this.out.flush();
		}

		/** The head of a successful response, with custom header fields. */
		public void head(int stream, String contentType, String... fields) throws IOException {
			write(HEADERS, END_HEADERS, stream, block(contentType, fields));
		}

		public void json(int stream, String body) throws IOException {
			head(stream, "application/json");
			write(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
		}

		public void reset(int stream, int error) throws IOException {
			write(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(error).array());
		}

		public void goAway(int lastStream, int error) throws IOException {
			write(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(error).array());
		}

		/** A block of header fields, each a literal that is not indexed. */
		public static byte[] block(String contentType, String... fields) {
			ByteArrayOutputStream block = new ByteArrayOutputStream();
			block.write(0x88); // :status 200
			field(block, "content-type", contentType);
			for (int i = 0; i < fields.length; i += 2) {
				field(block, fields[i], fields[i + 1]);
			}
			return block.toByteArray();
		}

		public static void field(ByteArrayOutputStream block, String name, String value) {
			block.write(0);
			string(block, name);
			string(block, value);
		}

		private static void string(ByteArrayOutputStream block, String text) {
			byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
			int rest = bytes.length - 127;
			block.write(Math.min(bytes.length, 127));
			if (rest >= 0) {
				while (rest >= 128) {
					block.write((rest & 127) | 128);
					rest >>>= 7;
				}
				block.write(rest);
			}
			block.writeBytes(bytes);
		}

	}

}
