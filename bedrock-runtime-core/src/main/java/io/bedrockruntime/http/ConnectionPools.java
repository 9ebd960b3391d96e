package io.bedrockruntime.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * Registry of the existing pools. Reactor Netty creates a pool for each address on the
 * first call to it.
 */
final class ConnectionPools implements ConnectionProvider.MeterRegistrar {

	private final Map<Key, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

	private final ConnectionProvider.@Nullable MeterRegistrar gauges;

	/**
	 * Create an instance.
	 * @param gauges also receives the pools; {@code null} for none
	 */
	ConnectionPools(ConnectionProvider.@Nullable MeterRegistrar gauges) {
		this.gauges = gauges;
	}

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.pools.put(new Key(poolName, id, remoteAddress), metrics);
		if (this.gauges != null) {
			this.gauges.registerMetrics(poolName, id, remoteAddress, metrics);
		}
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		this.pools.remove(new Key(poolName, id, remoteAddress));
		if (this.gauges != null) {
			this.gauges.deRegisterMetrics(poolName, id, remoteAddress);
		}
	}

	/**
	 * Remove all pools. Reactor Netty reports the end of a pool only when its last
	 * connection is closed, which is after the client was closed.
	 */
	void clear() {
		this.pools.keySet().forEach((key) -> deRegisterMetrics(key.name(), key.id(), key.address()));
	}

	List<ConnectionPool> list() {
		return this.pools.entrySet()
			.stream()
			.map((entry) -> pool(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(ConnectionPool::name).thenComparing(ConnectionPool::address))
			.toList();
	}

	private static ConnectionPool pool(Key key, ConnectionPoolMetrics metrics) {
		return new ConnectionPool(key.name(), text(key.address()), metrics.acquiredSize(), metrics.idleSize(),
				metrics.pendingAcquireSize(), metrics.maxAllocatedSize());
	}

	static String text(SocketAddress address) {
		return (address instanceof InetSocketAddress inet) ? inet.getHostString() + ":" + inet.getPort()
				: address.toString();
	}

	private record Key(String name, String id, SocketAddress address) {

	}

}
