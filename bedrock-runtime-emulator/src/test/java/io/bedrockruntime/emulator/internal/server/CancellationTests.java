package io.bedrockruntime.emulator.internal.server;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.testing.RawExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CancellationTests {

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
		.apiKey("key")
		.tokensPerSecond(0)
		.start();

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	void whenClientClosesBetweenSlowEventsThenItIsNoticed() {
		this.emulator.script().fault(new Fault.SilenceAfterEvents(3, Fault.FOREVER));
		try (RawExchange exchange = RawExchange.converseStream(this.emulator)) {
			assertThat(exchange.readUntil((text) -> text.split(":event-type").length > 3, 300))
				.isEqualTo(RawExchange.End.SILENT);
			assertThat(exchange.chunks()).hasSize(3);
			assertThat(this.emulator.activeResponses()).isOne();
		}
		List<Cancellation> cancellations = this.emulator.awaitCancellations(1, Duration.ofSeconds(10));
		assertThat(cancellations.get(0).eventsSent()).isEqualTo(3);
		assertThat(cancellations.get(0).eventsLeft()).isPositive();
		assertThat(this.emulator.activeResponses()).isZero();
	}

	@Test
	void whenClientClosesBeforeHeadersThenItIsNoticed() {
		this.emulator.script().fault(new Fault.SilenceBeforeHeaders(Fault.FOREVER));
		try (RawExchange exchange = RawExchange.converse(this.emulator)) {
			this.emulator.awaitRequests(1, Duration.ofSeconds(20));
			assertThat(exchange.readAll(100)).isEqualTo(RawExchange.End.SILENT);
		}
		assertThat(this.emulator.awaitCancellations(1, Duration.ofSeconds(10)).get(0).eventsSent()).isZero();
	}

	@Test
	void whenClientReadsToTheEndThenNothingIsRecorded() {
		try (RawExchange exchange = RawExchange.converseStream(this.emulator)) {
			assertThat(exchange.readAll(5000)).isEqualTo(RawExchange.End.CLOSED);
		}
		assertThat(this.emulator.cancellations()).isEmpty();
	}

}
