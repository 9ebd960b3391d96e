package io.bedrockruntime.emulator.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;

/**
 * One request over a bare socket, to see what is really on the wire.
 */
public final class RawExchange implements AutoCloseable {

	private static final String BODY = """
			{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}""";

	private final Socket socket;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private RawExchange(Socket socket) {
		this.socket = socket;
	}

	public static RawExchange converse(BedrockRuntimeEmulator emulator) {
		return post(emulator, "/model/anthropic.claude-x/converse", BODY);
	}

	public static RawExchange converseStream(BedrockRuntimeEmulator emulator) {
		return post(emulator, "/model/anthropic.claude-x/converse-stream", BODY);
	}

	public static RawExchange post(BedrockRuntimeEmulator emulator, String path, String body) {
		try {
			Socket socket = new Socket("127.0.0.1", emulator.endpoint().getPort());
			byte[] content = body.getBytes(StandardCharsets.UTF_8);
			String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
					+ "Authorization: Bearer " + emulator.apiKey() + "\r\nContent-Length: " + content.length
					+ "\r\nConnection: close\r\n\r\n";
			OutputStream out = socket.getOutputStream();
			out.write(head.getBytes(StandardCharsets.US_ASCII));
			out.write(content);
			out.flush();
			return new RawExchange(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Read until the connection ends, or until nothing came for the time given. */
	public End readAll(int silenceMillis) {
		try {
			this.socket.setSoTimeout(silenceMillis);
			InputStream in = this.socket.getInputStream();
			for (int octet = in.read(); octet >= 0; octet = in.read()) {
				this.received.write(octet);
			}
			return End.CLOSED;
		}
		catch (SocketTimeoutException ex) {
			return End.SILENT;
		}
		catch (SocketException ex) {
			return End.RESET;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Read until a number of bytes has arrived, and return whether it did. */
	public boolean readAtLeast(int bytes) {
		try {
			this.socket.setSoTimeout(10_000);
			this.received.writeBytes(this.socket.getInputStream().readNBytes(bytes));
			return this.received.size() >= bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read until what came is what is waited for, and until nothing came for the time
	 * given: on a slow machine it takes longer than that until anything comes.
	 */
	public End readUntil(Predicate<String> expected, int silenceMillis) {
		End end = readAll(silenceMillis);
		for (int waited = 0; end == End.SILENT && waited < 20_000
				&& !expected.test(this.received.toString(StandardCharsets.ISO_8859_1)); waited += silenceMillis) {
			end = readAll(silenceMillis);
		}
		return end;
	}

	public String head() {
		String text = this.received.toString(StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		return (end < 0) ? text : text.substring(0, end);
	}

	/** Return the bytes after the head, unchanged. */
	public byte[] rawBody() {
		String text = this.received.toString(StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		return (end < 0) ? new byte[0] : text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
	}

	/** The HTTP chunks; the last one is empty when the message came to its end. */
	public List<byte[]> chunks() {
		List<byte[]> chunks = new ArrayList<>();
		byte[] body = rawBody();
		int position = 0;
		while (position < body.length) {
			int line = position;
			while (body[line] != '\r') {
				line++;
			}
			int size = Integer.parseInt(new String(body, position, line - position, StandardCharsets.US_ASCII), 16);
			byte[] chunk = new byte[size];
			System.arraycopy(body, line + 2, chunk, 0, size);
			chunks.add(chunk);
			position = line + 2 + size + 2;
		}
		return chunks;
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public enum End {

		CLOSED, RESET, SILENT

	}

}
