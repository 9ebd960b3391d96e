package io.bedrockruntime.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjIntConsumer;

/**
 * Server socket with a separate thread for each connection.
 */
final class Listener implements AutoCloseable {

	private final String name;

	private final ServerSocket socket;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	/**
	 * Create an instance.
	 * @param name the name of its threads
	 * @param backlog the maximum number of waiting connections
	 * @param address the address to listen on
	 */
	Listener(String name, int backlog, InetAddress address) {
		this.name = name;
		try {
			this.socket = new ServerSocket(0, backlog, address);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Accept connections.
	 * @param service receives each connection and its number
	 */
	void serve(ObjIntConsumer<Socket> service) {
		start(() -> accept(service));
	}

	private void accept(ObjIntConsumer<Socket> service) {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				this.connections.add(connection);
				int number = this.connections.size();
				start(() -> service.accept(connection, number));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	void start(Runnable task) {
		Thread thread = new Thread(task, this.name);
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	List<Socket> connections() {
		return this.connections;
	}

	@Override
	public void close() {
		try {
			this.socket.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
