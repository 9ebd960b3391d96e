package io.bedrockruntime.benchmarks.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;

import io.bedrockruntime.benchmarks.process.ParentOutput;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;

/**
 * Server that sends the response that the model ID specifies, at the lowest possible
 * cost: bytes created beforehand, over HTTP/1.1 and HTTP/2, in cleartext and over TLS. It
 * runs in its own JVM, until its standard input ends.
 */
public final class BenchmarkServer {

	private static final int BACKLOG = 4096;

	private BenchmarkServer() {
	}

	/**
	 * Start the server, and print its ports.
	 * @param arguments the path of its key store
	 */
	public static void main(String[] arguments) throws Exception {
		EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, handlers());
		try {
			int plain = bind(loops, null);
			int tls = bind(loops, tls(Path.of(arguments[0])));
			ParentOutput.send(System.out, "ready " + plain + " " + tls);
			InputStream in = System.in;
			while (in.read() >= 0) {
				// Ignore the bytes, wait for the end.
			}
		}
		finally {
			System.exit(0);
		}
	}

	private static IoHandlerFactory handlers() {
		return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
	}

	private static int bind(EventLoopGroup loops, @Nullable SslContext tls) throws InterruptedException {
		Class<? extends ServerSocketChannel> type = Epoll.isAvailable() ? EpollServerSocketChannel.class
				: NioServerSocketChannel.class;
		InetSocketAddress address = (InetSocketAddress) new ServerBootstrap().group(loops)
			.channel(type)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ProtocolInitializer(tls))
			.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.sync()
			.channel()
			.localAddress();
		return address.getPort();
	}

	private static SslContext tls(Path keyStore) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(keyStore)) {
			store.load(in, Certificate.PASSWORD.toCharArray());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, Certificate.PASSWORD.toCharArray());
		return SslContextBuilder.forServer(keys)
			.sslProvider(SslProvider.JDK)
			.applicationProtocolConfig(new ApplicationProtocolConfig(Protocol.ALPN,
					SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT,
					ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1))
			.build();
	}

	/**
	 * Print a failure, unless a client has closed its connection.
	 */
	static void report(Throwable cause) {
		if (!(cause instanceof ClosedChannelException) && !(cause instanceof IOException)) {
			cause.printStackTrace();
		}
	}

}
