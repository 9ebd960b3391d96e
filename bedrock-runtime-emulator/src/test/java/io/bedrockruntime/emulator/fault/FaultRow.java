package io.bedrockruntime.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Row of the fault table: a fault and the expected result of a call.
 */
final class FaultRow {

	/** Any number of events. */
	static final int SOME = -1;

	private final String name;

	private final ScriptEntry entry;

	private Timeouts timeouts = Timeouts.defaults().withResponse(FaultRig.WAIT).withIdle(FaultRig.WAIT);

	private Predicate<Cell> meant = (cell) -> true;

	private final List<Expectation> expectations = new ArrayList<>();

	private FaultRow(String name, ScriptEntry entry) {
		this.name = name;
		this.entry = entry;
	}

	static FaultRow of(String name, Fault... faults) {
		ScriptEntry entry = ScriptEntry.of(new Reply.Text(FaultRig.TEXT));
		for (Fault fault : faults) {
			entry = entry.with(fault);
		}
		return new FaultRow(name, entry);
	}

	static FaultRow of(String name, Reply reply) {
		return new FaultRow(name, ScriptEntry.of(reply));
	}

	FaultRow clocks(Function<Timeouts, Timeouts> change) {
		this.timeouts = change.apply(this.timeouts);
		return this;
	}

	FaultRow only(Predicate<Cell> cells) {
		this.meant = cells;
		return this;
	}

	/** Default for cells without a more specific expectation. */
	FaultRow fails(Class<? extends Throwable> failure) {
		return fails((cell) -> true, 0, failure);
	}

	FaultRow streamFails(int events, Class<? extends Throwable> failure) {
		return fails(Cell::isStream, events, failure);
	}

	FaultRow fails(Predicate<Cell> cells, int events, Class<? extends Throwable> failure) {
		return expect(cells, (outcome, whole) -> {
			assertThat(outcome.failure()).isExactlyInstanceOf(failure);
			assertThat(outcome.failure()).hasMessageNotContaining("rivers").hasMessageNotContaining("emulator/secret");
			checkPrefix(outcome.values(), whole, events);
		});
	}

	FaultRow failsWith(Predicate<Cell> cells, Class<? extends Throwable> failure, Consumer<Throwable> details) {
		return expect(cells, (outcome, whole) -> {
			assertThat(outcome.failure()).isExactlyInstanceOf(failure).satisfies(details);
			assertThat(outcome.values()).isEmpty();
		});
	}

	FaultRow succeeds(Predicate<Cell> cells) {
		return expect(cells, (outcome, whole) -> {
			assertThat(outcome.failure()).isNull();
			assertThat(outcome.values()).isEqualTo(whole);
		});
	}

	FaultRow succeeds() {
		return succeeds((cell) -> true);
	}

	FaultRow expect(Predicate<Cell> cells, Check check) {
		this.expectations.add(new Expectation(cells, check));
		return this;
	}

	static void checkPrefix(List<Object> values, List<Object> whole, int events) {
		assertThat(values.size()).isLessThanOrEqualTo(whole.size());
		assertThat(values).isEqualTo(whole.subList(0, values.size()));
		if (events != SOME) {
			assertThat(values).hasSize(events);
		}
	}

	boolean isMeantFor(Cell cell) {
		return this.meant.test(cell) && expectation(cell) != null;
	}

	private @Nullable Expectation expectation(Cell cell) {
		return this.expectations.stream().filter((each) -> each.cells().test(cell)).findFirst().orElse(null);
	}

	/** Make the call, and check its result and the resources afterwards. */
	void check(FaultRig rig, Cell cell) {
		List<Object> whole = rig.whole(cell.operation());
		FaultRig.Client client = rig.client(cell.protocol(), this.timeouts);
		rig.emulator.reset();
		rig.emulator.script().add(this.entry);
		FaultRig.Outcome outcome = client.call(cell);
		expectation(cell).check().check(outcome, whole);
		assertThat(client.hasPool()).isTrue();
		Poll.until(() -> client.inUse() == 0 && rig.emulator.activeResponses() == 0);
		rig.emulator.reset();
		rig.emulator.script().text(FaultRig.TEXT);
		FaultRig.Outcome next = rig.client(cell.protocol(), Timeouts.defaults()).call(cell);
		if (!this.timeouts.equals(Timeouts.defaults())) {
			rig.emulator.script().text(FaultRig.TEXT);
			next = this.hasShortClock() ? next : client.call(cell);
		}
		assertThat(next.failure()).as("the next call").isNull();
		assertThat(next.values()).as("the next call").isEqualTo(whole);
		outcome.checkSignals();
	}

	/** Whether even a healthy call may be too slow on a busy machine. */
	private boolean hasShortClock() {
		return this.timeouts.response() != FaultRig.WAIT || this.timeouts.idle() != FaultRig.WAIT
				|| this.timeouts.call() != null;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Check of a call's result.
	 */
	interface Check {

		void check(FaultRig.Outcome outcome, List<Object> whole);

	}

	private record Expectation(Predicate<Cell> cells, Check check) {

	}

}
