package io.bedrockruntime.emulator.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many concurrent calls, many of which fail or are cancelled, for a while. A small form
 * is one of the ordinary tests; CONTRIBUTING.md describes how to run the real one.
 */
@Tag("exhaustive")
class SoakTests {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final double MOST_GROWTH_MEGABYTES = 12;

	private static final int MOST_MORE_THREADS = 10;

	private final SoakSettings settings = SoakSettings.fromSystemProperties();

	private final SoakTally tally = new SoakTally();

	private final List<SoakSample> samples = new ArrayList<>();

	private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();

	private final Logger leakLogger = (Logger) LoggerFactory.getLogger("io.netty.util.ResourceLeakDetector");

	/** Warns of each connection that breaks. */
	private final Logger connectLogger = (Logger) LoggerFactory
		.getLogger("reactor.netty.http.client.HttpClientConnect");

	@BeforeEach
	void listen() {
		this.leaks.start();
		this.leakLogger.addAppender(this.leaks);
		this.connectLogger.setLevel(Level.ERROR);
		Hooks.onErrorDropped((failure) -> this.tally.dropped(failure.toString()));
		Hooks.onNextDropped((event) -> this.tally.dropped(event.getClass().getName()));
	}

	@AfterEach
	void listenNoMore() {
		this.leakLogger.detachAppender(this.leaks);
		this.connectLogger.setLevel(null);
		Hooks.resetOnErrorDropped();
		Hooks.resetOnNextDropped();
	}

	@Test
	void whenManyCallsFailAndAreCancelledThenNothingIsLostOrKept() throws Exception {
		System.out.println("Soak with -Dsoak.seed=" + this.settings.seed());
		try (SoakServerProcess server = new SoakServerProcess(this.settings);
				SoakClients clients = new SoakClients(server);
				Soak soak = new Soak(this.settings, clients, this.tally)) {
			long start = System.nanoTime();
			Duration pause = this.settings.isLong() ? Duration.ofSeconds(10) : Duration.ofSeconds(1);
			while (seconds(start) < this.settings.duration().toSeconds()) {
				Thread.sleep(pause.toMillis());
				sample(start, clients);
			}
			long unended = soak.stop(PATIENCE);
			if (unended > 0) {
				this.tally.violation(unended + " calls do not end");
			}
			awaitIdle(server, clients);
			sample(start, clients);
			SoakReport.write(Path.of("target", "soak-report.md"), this.settings, this.samples, this.tally);
		}
		assertThat(this.tally.violations()).isEmpty();
		assertThat(this.leaks.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.extracting(ILoggingEvent::getFormattedMessage)
			.isEmpty();
		assertThat(this.tally.calls()).isGreaterThan(this.settings.streams());
		if (this.settings.isLong()) {
			isFlat("heap", SoakSample::heapMegabytes, MOST_GROWTH_MEGABYTES);
			isFlat("direct memory", SoakSample::directMegabytes, MOST_GROWTH_MEGABYTES);
			isFlat("threads", SoakSample::threads, MOST_MORE_THREADS);
		}
	}

	private void awaitIdle(SoakServerProcess server, SoakClients clients) throws InterruptedException {
		long start = System.nanoTime();
		while (clients.inUse() + clients.pending() + server.activeResponses() > 0) {
			if (seconds(start) > 20) {
				this.tally.violation(clients.inUse() + " connections are in use at the end, " + clients.pending()
						+ " calls wait for one, and the server sends " + server.activeResponses() + " answers");
				return;
			}
			Thread.sleep(50);
		}
	}

	private void sample(long start, SoakClients clients) {
		SoakSample sample = SoakSample.take(seconds(start), clients, this.tally);
		this.samples.add(sample);
		if (this.settings.isLong()) {
			System.out.println(sample);
		}
	}

	/** After it has settled, and while all calls are running. */
	private void isFlat(String what, ToDoubleFunction<SoakSample> value, double mostGrowth) {
		List<SoakSample> settled = this.samples.subList(this.samples.size() / 5, this.samples.size() - 1);
		double slope = SoakSample.slope(settled, value);
		double growth = slope * this.settings.duration().toSeconds();
		System.out.printf("The %s grows by %.4f in a second, %.1f in all%n", what, slope, growth);
		assertThat(growth).as(what).isLessThan(mostGrowth);
	}

	private static long seconds(long start) {
		return (System.nanoTime() - start) / 1_000_000_000;
	}

}
