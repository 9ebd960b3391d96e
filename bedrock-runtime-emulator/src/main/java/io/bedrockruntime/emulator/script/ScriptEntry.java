package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.service.ServiceModel;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a script: the requests it applies to, their number, the reply and the faults.
 *
 * @param operation the name of the operation, or null for any
 * @param times the number of requests it applies to; {@link #ALWAYS} for all
 * @param percent the share of such requests in percent; the others are left to the
 * following entries
 * @param reply the response, or null for the emulated model's response
 * @param faults the faults, applied in order
 * @since 0.1.0
 */
public record ScriptEntry(@Nullable String operation, int times, int percent, @Nullable Reply reply,
		List<Fault> faults) {

	/** Number of times for all requests. */
	public static final int ALWAYS = Integer.MAX_VALUE;

	private static final int EACH = 100;

	/**
	 * Check the numbers and copy the faults.
	 * @param operation the name of the operation
	 * @param times the number of requests it applies to
	 * @param percent the share of such requests in percent
	 * @param reply the response
	 * @param faults the faults
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
	 * Parse an entry in the syntax of the command line: the operation and a colon, a
	 * reply, faults, the number of times. Operation and reply may be left out. Values are
	 * separated by commas, and quoted if they have spaces, commas or quotes. A fault has
	 * the name of its class with hyphens, for example
	 * {@code ConverseStream: reset-after-events=3 x2 50%} or
	 * {@code error=429,ThrottlingException,"Slow down" always}.
	 * @param text the entry
	 * @return the entry
	 * @throws IllegalArgumentException if it is invalid; the message lists the valid
	 * faults and replies
	 */
	public static ScriptEntry parse(String text) {
		return ScriptEntryParser.parse(text,
				ServiceModel.load().operations().stream().map(ServiceModel.Operation::name).sorted().toList());
	}

	/**
	 * Return an entry for the next request of any operation.
	 * @param reply the response
	 * @return the entry
	 */
	public static ScriptEntry of(Reply reply) {
		return new ScriptEntry(null, 1, EACH, reply, List.of());
	}

	/**
	 * Return an entry that applies faults to the emulated response to the next request of
	 * any operation.
	 * @param faults the faults
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
	 * Return this entry for a share of its requests, chosen at random but reproducibly.
	 * @param share the percentage, from 1 to 100
	 * @return the entry
	 */
	public ScriptEntry percent(int share) {
		return new ScriptEntry(this.operation, this.times, share, this.reply, this.faults);
	}

	/**
	 * Return this entry with one more fault.
	 * @param fault the faults
	 * @return the entry
	 */
	public ScriptEntry with(Fault fault) {
		List<Fault> more = new ArrayList<>(this.faults);
		more.add(fault);
		return new ScriptEntry(this.operation, this.times, this.percent, this.reply, more);
	}

}
