package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceModel;
import org.jspecify.annotations.Nullable;

/**
 * A line of a script: which requests it is for, how often, what they are answered and
 * what goes wrong.
 *
 * @param operation the name of the operation, or null for any
 * @param times how many requests it is for; {@link #ALWAYS} for all that come
 * @param percent how many of 100 such requests it takes; the others are left to what
 * follows it
 * @param reply what is answered, or null to let the emulated model answer
 * @param faults what goes wrong, applied in order
 */
public record ScriptEntry(@Nullable String operation, int times, int percent, @Nullable Reply reply,
		List<Fault> faults) {

	/** As many as come. */
	public static final int ALWAYS = Integer.MAX_VALUE;

	private static final int EACH = 100;

	/**
	 * Check the numbers and copy the faults.
	 * @param operation the name of the operation
	 * @param times how many requests it is for
	 * @param percent how many of 100 such requests it takes
	 * @param reply what is answered
	 * @param faults what goes wrong
	 */
	public ScriptEntry {
		if (times < 1) {
			throw new IllegalArgumentException("'times' must be at least 1");
		}
		if (percent < 1 || percent > EACH) {
			throw new IllegalArgumentException("'percent' must be from 1 to 100");
		}
		faults = List.copyOf(faults);
	}

	/**
	 * Read an entry as the command line has it: the operation and a colon, a reply,
	 * faults, how often. Operation and reply may be left out. Values are separated by
	 * commas, and quoted if they have spaces, commas or quotes. A fault has the name of
	 * its class with hyphens, for example
	 * {@code ConverseStream: reset-after-events=3 x2 50%} or
	 * {@code error=429,ThrottlingException,"Slow down" always}.
	 * @param text the entry
	 * @return the entry
	 * @throws IllegalArgumentException if it is wrong; the message tells what there is
	 */
	public static ScriptEntry parse(String text) {
		return ScriptEntryParser.read(text,
				ServiceModel.load().operations().stream().map(ServiceModel.Operation::name).sorted().toList());
	}

	/**
	 * Return an entry for the next request of any operation.
	 * @param reply what is answered
	 * @return the entry
	 */
	public static ScriptEntry of(Reply reply) {
		return new ScriptEntry(null, 1, EACH, reply, List.of());
	}

	/**
	 * Return an entry that lets the emulated model answer the next request of any
	 * operation, with something going wrong.
	 * @param faults what goes wrong
	 * @return the entry
	 */
	public static ScriptEntry of(Fault... faults) {
		return new ScriptEntry(null, 1, EACH, null, List.of(faults));
	}

	/**
	 * Return this entry for requests of one operation only.
	 * @param name AWS's name of the operation, for example {@code ConverseStream}
	 * @return the entry
	 */
	public ScriptEntry on(String name) {
		return new ScriptEntry(name, this.times, this.percent, this.reply, this.faults);
	}

	/**
	 * Return this entry for a number of requests.
	 * @param number how many
	 * @return the entry
	 */
	public ScriptEntry times(int number) {
		return new ScriptEntry(this.operation, number, this.percent, this.reply, this.faults);
	}

	/**
	 * Return this entry for all requests.
	 * @return the entry
	 */
	public ScriptEntry always() {
		return times(ALWAYS);
	}

	/**
	 * Return this entry for a share of its requests, chosen at random but in the same way
	 * each time.
	 * @param share how many of 100, from 1 to 100
	 * @return the entry
	 */
	public ScriptEntry percent(int share) {
		return new ScriptEntry(this.operation, this.times, share, this.reply, this.faults);
	}

	/**
	 * Return this entry with one more thing that goes wrong.
	 * @param fault what goes wrong
	 * @return the entry
	 */
	public ScriptEntry with(Fault fault) {
		List<Fault> more = new ArrayList<>(this.faults);
		more.add(fault);
		return new ScriptEntry(this.operation, this.times, this.percent, this.reply, more);
	}

}
