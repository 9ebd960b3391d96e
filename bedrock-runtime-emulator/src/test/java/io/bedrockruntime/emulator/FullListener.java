package io.bedrockruntime.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener that accepts nobody and whose queue is full, so that the kernel leaves
 * further connections unanswered.
 */
final class FullListener implements AutoCloseable {

	private final ServerSocket server;

	private final List<Socket> queued = new ArrayList<>();

	FullListener() throws IOException {
		this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		for (int i = 0; i < 3; i++) {
			Socket socket = new Socket();
			try {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.server.getLocalPort()),
						200);
			}
			catch (IOException ex) {
				// the queue is full
			}
			this.queued.add(socket);
		}
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	@Override
	public void close() throws IOException {
		for (Socket socket : this.queued) {
			socket.close();
		}
		this.server.close();
	}

}
