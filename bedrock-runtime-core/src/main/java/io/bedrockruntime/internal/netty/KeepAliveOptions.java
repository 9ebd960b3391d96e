package io.bedrockruntime.internal.netty;

import java.util.List;

import io.bedrockruntime.settings.KeepAlive;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import jdk.net.ExtendedSocketOptions;

/**
 * Socket options of TCP keep-alive, which are different for each transport: epoll,
 * io_uring and NIO. The native options are referenced by name, because their transports
 * may be missing in an application.
 */
public final class KeepAliveOptions {

	private static final String EPOLL = "io.netty.channel.epoll.EpollChannelOption#";

	private static final String IO_URING = "io.netty.channel.uring.IoUringChannelOption#";

	private static final List<ChannelOption<Integer>> IDLE = List.of(ChannelOption.valueOf(EPOLL + "TCP_KEEPIDLE"),
			ChannelOption.valueOf(IO_URING + "TCP_KEEPIDLE"), NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE));

	private static final List<ChannelOption<Integer>> INTERVAL = List.of(ChannelOption.valueOf(EPOLL + "TCP_KEEPINTVL"),
			ChannelOption.valueOf(IO_URING + "TCP_KEEPINTVL"),
			NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL));

	private static final List<ChannelOption<Integer>> COUNT = List.of(ChannelOption.valueOf(EPOLL + "TCP_KEEPCNT"),
			ChannelOption.valueOf(IO_URING + "TCP_KEEPCNT"), NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT));

	private KeepAliveOptions() {
	}

	public static void set(ChannelConfig config, KeepAlive keepAlive) {
		set(config, IDLE, (int) keepAlive.idle().toSeconds());
		set(config, INTERVAL, (int) keepAlive.interval().toSeconds());
		set(config, COUNT, keepAlive.count());
	}

	private static void set(ChannelConfig config, List<ChannelOption<Integer>> options, int value) {
		// A transport rejects the options of the others.
		boolean taken = false;
		for (ChannelOption<Integer> option : options) {
			taken = taken || config.setOption(option, value);
		}
	}

}
