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
 * An address of this machine where things go wrong before anybody speaks HTTP, so that a
 * test can see what a client makes of it. What goes wrong later is a {@link Fault}.
 */
public final class FaultyEndpoint implements AutoCloseable {

	private static final InetAddress LOOPBACK = loopback();

	/** How long it takes at most to see that a queue is full. */
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
	 * Return an address where nobody listens: connections are refused.
	 * @return the endpoint
	 */
	public static FaultyEndpoint refusing() {
		try {
			// Bound, so that nobody else listens there meanwhile.
			Socket socket = new Socket();
			socket.bind(new InetSocketAddress(LOOPBACK, 0));
			return new FaultyEndpoint(socket.getLocalPort(), socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return an address that does not answer at all, as behind a firewall that drops
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
	 * Return an address that does not answer for a while, and then passes on what comes
	 * to another one. As the client's system asks for the connection again after 1, 3 and
	 * 7 seconds, it takes as long as that at least.
	 * @param delay how long it does not answer
	 * @param target where to pass on what comes
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
	 * Return an address that takes connections and never says anything, not even in the
	 * handshake of TLS.
	 * @return the endpoint
	 */
	public static FaultyEndpoint silent() {
		return accepting((socket) -> {
			// nothing, ever
		});
	}

	/**
	 * Return an address that takes connections and closes them in order at once.
	 * @return the endpoint
	 */
	public static FaultyEndpoint closing() {
		return accepting(Socket::close);
	}

	/**
	 * Return an address that takes connections and resets them at once.
	 * @return the endpoint
	 */
	public static FaultyEndpoint resetting() {
		return accepting((socket) -> {
			socket.setSoLinger(true, 0);
			socket.close();
		});
	}

	/**
	 * Return an address that takes connections and says something of its own to each, as
	 * a server of another protocol does.
	 * @param greeting what it says
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
	 * Return the address to point a client at that is to use TLS.
	 * @return the endpoint, with TLS
	 */
	public URI tlsEndpoint() {
		return URI.create("https://127.0.0.1:" + this.port);
	}

	/**
	 * Return how many connections have been taken.
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

	/** Leave the system no room for another connection: it drops what asks for one. */
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
				// the client has gone already
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
				// the endpoint is closed, or a side of a connection
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
			// there is nothing left to do
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
	 * What is done with a connection.
	 */
	private interface Handler {

		void handle(Socket socket) throws IOException;

	}

	/**
	 * What a thread does.
	 */
	private interface Task {

		void run() throws Exception;

	}

}
