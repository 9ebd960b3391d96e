package io.bedrockruntime.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.emulator.script.Fault;

/**
 * Local address with faults below HTTP, for testing how a client handles them. For faults
 * in an HTTP response, see {@link Fault}.
 *
 * @since 0.1.0
 */
public final class FaultyEndpoint implements AutoCloseable {

	private static final InetAddress LOOPBACK = loopback();

	/** Maximum time to detect that a queue is full. */
	private static final int FULL_MILLIS = 200;

	private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger connections = new AtomicInteger();

	private final int port;

	private volatile boolean closed;

	private FaultyEndpoint(int port, AutoCloseable... open) {
		this.port = port;
		this.open.addAll(List.of(open));
	}

	/**
	 * Return an address without a listener: connections are refused.
	 * @return the endpoint
	 */
	public static FaultyEndpoint refusing() {
		try {
			// Bound, so that no other process listens there meanwhile.
			Socket socket = new Socket();
			socket.bind(new InetSocketAddress(LOOPBACK, 0));
			return new FaultyEndpoint(socket.getLocalPort(), socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return an address that does not respond at all, as behind a firewall that drops
	 * packets.
	 * @return the endpoint
	 */
	public static FaultyEndpoint blackHole() {
		ServerSocket listener = listener(1);
		FaultyEndpoint endpoint = new FaultyEndpoint(listener.getLocalPort(), listener);
		endpoint.fillQueue();
		return endpoint;
	}

	/**
	 * Return an address that does not respond for a while, and then forwards connections
	 * to another address. Because the client's system retries the connection after 1, 3
	 * and 7 seconds, the effective delay is one of these.
	 * @param delay the time without a response
	 * @param target the address to forward to
	 * @return the endpoint
	 */
	public static FaultyEndpoint slow(Duration delay, URI target) {
		ServerSocket listener = listener(1);
		FaultyEndpoint endpoint = new FaultyEndpoint(listener.getLocalPort(), listener);
		List<AutoCloseable> queue = endpoint.fillQueue();
		endpoint.run(() -> {
			Thread.sleep(delay.toMillis());
			for (AutoCloseable waiting : queue) {
				waiting.close();
			}
			endpoint.accept(listener, (socket) -> endpoint.passOn(socket, target));
		});
		return endpoint;
	}

	/**
	 * Return an address that accepts connections and never sends anything, not even in a
	 * TLS handshake.
	 * @return the endpoint
	 */
	public static FaultyEndpoint silent() {
		return accepting((socket) -> {
			// never respond
		});
	}

	/**
	 * Return an address that accepts connections and immediately closes them normally.
	 * @return the endpoint
	 */
	public static FaultyEndpoint closing() {
		return accepting(Socket::close);
	}

	/**
	 * Return an address that accepts connections and immediately resets them.
	 * @return the endpoint
	 */
	public static FaultyEndpoint resetting() {
		return accepting((socket) -> {
			socket.setSoLinger(true, 0);
			socket.close();
		});
	}

	/**
	 * Return an address that accepts connections and sends a fixed text on each, like a
	 * server of another protocol.
	 * @param greeting the bytes to send
	 * @return the endpoint
	 */
	public static FaultyEndpoint speaking(byte[] greeting) {
		byte[] copy = greeting.clone();
		return accepting((socket) -> socket.getOutputStream().write(copy));
	}

	private static FaultyEndpoint accepting(Handler handler) {
		ServerSocket listener = listener(50);
		FaultyEndpoint endpoint = new FaultyEndpoint(listener.getLocalPort(), listener);
		endpoint.run(() -> endpoint.accept(listener, handler));
		return endpoint;
	}

	/**
	 * Return the address to point a client at.
	 * @return the endpoint, without TLS
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/**
	 * Return the address to point a client with TLS at.
	 * @return the endpoint, with TLS
	 */
	public URI tlsEndpoint() {
		return URI.create("https://127.0.0.1:" + this.port);
	}

	/**
	 * Return the number of accepted connections.
	 * @return the number of connections
	 */
	public int connections() {
		return this.connections.get();
	}

	/**
	 * Close all connections and end all threads.
	 */
	@Override
	public void close() {
		this.closed = true;
		synchronized (this.open) {
			this.open.forEach(FaultyEndpoint::closeQuietly);
		}
	}

	/** Fill the backlog, so that the system drops further connection requests. */
	private List<AutoCloseable> fillQueue() {
		List<AutoCloseable> queue = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Socket socket = new Socket();
			queue.add(socket);
			this.open.add(socket);
			try {
				socket.connect(new InetSocketAddress(LOOPBACK, this.port), FULL_MILLIS);
			}
			catch (IOException ex) {
				break;
			}
		}
		return queue;
	}

	private void accept(ServerSocket listener, Handler handler) throws IOException {
		while (!this.closed) {
			Socket socket = listener.accept();
			this.open.add(socket);
			this.connections.incrementAndGet();
			try {
				handler.handle(socket);
			}
			catch (IOException ex) {
				// the client has disconnected
			}
		}
	}

	private void passOn(Socket socket, URI target) throws IOException {
		Socket other = new Socket(target.getHost(), target.getPort());
		this.open.add(other);
		run(() -> copy(socket, other));
		run(() -> copy(other, socket));
	}

	private static void copy(Socket from, Socket to) throws IOException {
		try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		}
	}

	private void run(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (Exception ex) {
				// the endpoint or one side of a connection is closed
			}
		}, "bedrock-runtime-emulator-faulty-endpoint");
		thread.setDaemon(true);
		this.open.add(thread::interrupt);
		thread.start();
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			// no-op
		}
	}

	private static ServerSocket listener(int queue) {
		try {
			return new ServerSocket(0, queue, LOOPBACK);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InetAddress loopback() {
		try {
			return InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Handler of a connection.
	 */
	private interface Handler {

		void handle(Socket socket) throws IOException;

	}

	/**
	 * Task of a thread.
	 */
	private interface Task {

		void run() throws Exception;

	}

}
