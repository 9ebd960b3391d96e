package io.bedrockruntime.testserver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bedrockruntime.settings.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * HTTP proxy that creates tunnels or refuses them.
 */
public final class ProxyServer implements AutoCloseable {

	private final Listener listener;

	/** The heads of the received requests. */
	public final List<String> requests = new CopyOnWriteArrayList<>();

	/** The response to send instead of creating a tunnel; empty for no response. */
	private final @Nullable String refusal;

	public ProxyServer(@Nullable String refusal) {
		this.refusal = refusal;
		this.listener = new Listener("proxy-server", 100, InetAddress.getLoopbackAddress());
		this.listener.serve((socket, number) -> serve(socket));
	}

	public int port() {
		return this.listener.port();
	}

	public ProxySettings settings() {
		return ProxySettings.of("127.0.0.1", port());
	}

	private void serve(Socket client) {
		try {
			InputStream in = new BufferedInputStream(client.getInputStream());
			String head = head(in);
			this.requests.add(head);
			if (this.refusal != null) {
				client.getOutputStream().write(this.refusal.getBytes(StandardCharsets.ISO_8859_1));
				return;
			}
			String[] target = head.split(" ")[1].split(":");
			try (Socket endpoint = new Socket(target[0], Integer.parseInt(target[1]))) {
				client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
				this.listener.start(() -> pump(endpoint, client));
				in.transferTo(endpoint.getOutputStream());
			}
		}
		catch (IOException ex) {
			// one side is gone
		}
	}

	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int ending = 0;
		while (ending != 0x0d0a0d0a) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("no request");
			}
			head.write(next);
			ending = (ending << 8) | next;
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

	private static void pump(Socket from, Socket to) {
		try (to) {
			OutputStream out = to.getOutputStream();
			from.getInputStream().transferTo(out);
		}
		catch (IOException ex) {
			// one side is gone
		}
	}

	@Override
	public void close() {
		this.listener.close();
	}

}
