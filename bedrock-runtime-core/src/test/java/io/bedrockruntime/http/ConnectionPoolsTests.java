package io.bedrockruntime.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.UUID;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.ConnectionPoolMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionPools}.
 */
class ConnectionPoolsTests {

	private final String name = UUID.randomUUID().toString();

	private final SocketAddress address = InetSocketAddress.createUnresolved("localhost", 443);

	private final ConnectionPools pools = new ConnectionPools(new PoolGauges());

	@Test
	void clearForgetsPoolsAndTheirGaugesThoughConnectionsAreStillOpen() {
		this.pools.registerMetrics(this.name, "1", this.address, new Figures(1, 1, 0, 0, 1, 1));
		this.pools.registerMetrics(this.name, "2", this.address, new Figures(1, 1, 0, 0, 1, 1));
		assertThat(this.pools.list()).hasSize(2);
		assertThat(gauges()).hasSize(12);
		this.pools.clear();
		assertThat(this.pools.list()).isEmpty();
		assertThat(gauges()).isEmpty();
	}

	@Test
	void endReportedAfterClearIsIgnored() {
		this.pools.registerMetrics(this.name, "1", this.address, new Figures(1, 1, 0, 0, 1, 1));
		this.pools.clear();
		this.pools.deRegisterMetrics(this.name, "1", this.address);
		assertThat(this.pools.list()).isEmpty();
	}

	private Iterable<Meter> gauges() {
		return Metrics.globalRegistry.getMeters()
			.stream()
			.filter((meter) -> this.name.equals(meter.getId().getTag("name")))
			.toList();
	}

	private record Figures(int acquiredSize, int allocatedSize, int idleSize, int pendingAcquireSize,
			int maxAllocatedSize, int maxPendingAcquireSize) implements ConnectionPoolMetrics {

	}

}
