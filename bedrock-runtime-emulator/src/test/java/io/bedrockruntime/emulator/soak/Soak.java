package io.bedrockruntime.emulator.soak;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.stream.EventStream;

/**
 * Keeps a number of calls running, one after the other, until it is stopped.
 */
final class Soak implements AutoCloseable {

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final String WORDS = " w01 w02 w03 w04 w05 w06 w07 w08 w09 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19";

	private static final String SAMPLE_PROMPT = "00000000" + WORDS;

	/** Starting all at once would only measure how fast connections are made. */
	private static final int RAMP_MILLIS = 10;

	private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

	private final AtomicInteger ids = new AtomicInteger(10_000_000);

	private final SoakSettings settings;

	private final SoakClients clients;

	private final SoakTally tally;

	private final String sampleText;

	private final CountDownLatch going;

	private volatile boolean stopping;

	Soak(SoakSettings settings, SoakClients clients, SoakTally tally) {
		this.settings = settings;
		this.clients = clients;
		this.tally = tally;
		this.sampleText = clients.client(SoakScenario.WHOLE)
			.converse(ConverseRequest.of(MODEL, SAMPLE_PROMPT))
			.block(Duration.ofSeconds(20))
			.text();
		int unary = Math.max(2, settings.streams() / 50);
		this.going = new CountDownLatch(settings.streams() + unary);
		for (int i = 0; i < settings.streams() - settings.readers(); i++) {
			Random random = new Random(settings.seed() + this.going.getCount() * i);
			after(i * RAMP_MILLIS, () -> stream(random));
		}
		for (int i = 0; i < unary; i++) {
			Random random = new Random(settings.seed() - i);
			after(i * RAMP_MILLIS, () -> unary(random));
		}
		for (int i = 0; i < settings.readers(); i++) {
			Random random = new Random(~settings.seed() + i);
			new Thread(() -> read(random), "soak-reader-" + i).start();
		}
	}

	/**
	 * Start no more calls, and wait for the running ones.
	 * @return the number of calls that do not end
	 */
	long stop(Duration patience) throws InterruptedException {
		this.stopping = true;
		return this.going.await(patience.toSeconds(), TimeUnit.SECONDS) ? 0 : this.going.getCount();
	}

	private void stream(Random random) {
		if (this.stopping) {
			this.going.countDown();
			return;
		}
		SoakScenario scenario = SoakScenario.draw(random);
		CallCheck call = check(scenario, "stream");
		Runnable onOver = () -> after(random.nextInt(50), () -> stream(random));
		int demand = switch (random.nextInt(3)) {
			case 0 -> 1;
			case 1 -> 5;
			default -> 1000;
		};
		int fate = random.nextInt(10);
		int cancelAfter = (fate == 0) ? 1 + random.nextInt(30) : -1;
		SignalCheck<ConverseStreamOutput> check = new SignalCheck<>(call, call::event, onOver, demand, cancelAfter);
		this.clients.client(scenario).converseStream(ConverseStreamRequest.of(MODEL, call.prompt())).subscribe(check);
		if (fate == 1) {
			after(random.nextInt(5000), check::cancel);
		}
	}

	private void unary(Random random) {
		if (this.stopping) {
			this.going.countDown();
			return;
		}
		SoakScenario scenario = SoakScenario.draw(random);
		while (!scenario.isForUnary()) {
			scenario = SoakScenario.draw(random);
		}
		CallCheck call = check(scenario, "call");
		SignalCheck<ConverseResponse> check = SignalCheck.toTheEnd(call, call::response,
				() -> after(random.nextInt(200), () -> unary(random)), 1);
		this.clients.client(scenario).converse(ConverseRequest.of(MODEL, call.prompt())).subscribe(check);
		if (random.nextInt(10) == 0) {
			after(random.nextInt(500), check::cancel);
		}
	}

	private void read(Random random) {
		while (!this.stopping) {
			SoakScenario scenario = SoakScenario.draw(random);
			CallCheck call = check(scenario, "reader");
			int closeAfter = (random.nextInt(5) == 0) ? random.nextInt(30) : Integer.MAX_VALUE;
			BedrockRuntimeTemplate blocking = new BedrockRuntimeTemplate(this.clients.client(scenario));
			try (EventStream<ConverseStreamOutput> events = blocking
				.converseStream(ConverseStreamRequest.of(MODEL, call.prompt()))) {
				if (read(events, call, closeAfter)) {
					call.completed();
				}
				else {
					call.cancelled();
				}
			}
			catch (BedrockRuntimeException ex) {
				call.failed(ex);
			}
			catch (RuntimeException ex) {
				call.violation("failed with " + ex);
			}
		}
		this.going.countDown();
	}

	private static boolean read(EventStream<ConverseStreamOutput> events, CallCheck call, int closeAfter) {
		for (ConverseStreamOutput event : events) {
			call.event(event);
			if (call.delivered() == closeAfter) {
				return false;
			}
		}
		return true;
	}

	private CallCheck check(SoakScenario scenario, String kind) {
		String prompt = this.ids.incrementAndGet() + WORDS;
		return new CallCheck(scenario, kind, prompt, scenario.expectedText(SAMPLE_PROMPT, this.sampleText, prompt),
				this.settings.seed(), this.tally);
	}

	private void after(long millis, Runnable task) {
		this.timer.schedule(task, millis, TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
