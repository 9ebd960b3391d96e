package io.bedrockruntime.http;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * Registers gauges of pools in Micrometer's global registry, with the names and tags of
 * Reactor Netty's default registrar.
 */
final class PoolGauges implements ConnectionProvider.MeterRegistrar {

	private static final String PREFIX = "reactor.netty.connection.provider.";

	private static final Map<String, ToDoubleFunction<ConnectionPoolMetrics>> GAUGES = Map.of("total.connections",
			ConnectionPoolMetrics::allocatedSize, "active.connections", ConnectionPoolMetrics::acquiredSize,
			"idle.connections", ConnectionPoolMetrics::idleSize, "pending.connections",
			ConnectionPoolMetrics::pendingAcquireSize, "max.connections", ConnectionPoolMetrics::maxAllocatedSize,
			"max.pending.connections", ConnectionPoolMetrics::maxPendingAcquireSize);

	private final Map<Tags, List<Meter>> gauges = new ConcurrentHashMap<>();

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		Tags tags = tags(poolName, id, remoteAddress);
		List<Meter> registered = new ArrayList<>();
		GAUGES.forEach((name,
				value) -> registered.add(Gauge.builder(PREFIX + name, metrics, value)
					.tags(tags)
					.strongReference(true)
					.register(Metrics.globalRegistry)));
		this.gauges.put(tags, registered);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		List<Meter> registered = this.gauges.remove(tags(poolName, id, remoteAddress));
		if (registered != null) {
			registered.forEach(Metrics.globalRegistry::remove);
		}
	}

	private static Tags tags(String poolName, String id, SocketAddress remoteAddress) {
		return Tags.of("id", id, "name", poolName, "remote.address", ConnectionPools.text(remoteAddress));
	}

}
