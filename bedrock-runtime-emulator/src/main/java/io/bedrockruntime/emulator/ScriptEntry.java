package io.bedrockruntime.emulator;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of a script: which requests it is for, how often, what they are answered and
 * what goes wrong.
 *
 * @param operation the name of the operation, or null for any
 * @param times how many requests it is for; {@link #ALWAYS} for all that come
 * @param reply what is answered, or null to let the emulated model answer
 * @param faults what goes wrong, applied in order
 */
public record ScriptEntry(@Nullable String operation, int times, @Nullable Reply reply, List<Fault> faults) {

	/** As many as come. */
	public static final int ALWAYS = Integer.MAX_VALUE;

	/**
	 * Check the number and copy the faults.
	 * @param operation the name of the operation
	 * @param times how many requests it is for
	 * @param reply what is answered
	 * @param faults what goes wrong
	 */
	public ScriptEntry {
		if (times < 1) {
			throw new IllegalArgumentException("'times' must be at least 1");
		}
		faults = List.copyOf(faults);
	}

	/**
	 * Return an entry for the next request of any operation.
	 * @param reply what is answered
	 * @return the entry
	 */
	public static ScriptEntry of(Reply reply) {
		return new ScriptEntry(null, 1, reply, List.of());
	}

	/**
	 * Return an entry that lets the emulated model answer the next request of any
	 * operation, with something going wrong.
	 * @param faults what goes wrong
	 * @return the entry
	 */
	public static ScriptEntry of(Fault... faults) {
		return new ScriptEntry(null, 1, null, List.of(faults));
	}

	/**
	 * Return this entry for requests of one operation only.
	 * @param name AWS's name of the operation, for example {@code ConverseStream}
	 * @return the entry
	 */
	public ScriptEntry on(String name) {
		return new ScriptEntry(name, this.times, this.reply, this.faults);
	}

	/**
	 * Return this entry for a number of requests.
	 * @param number how many
	 * @return the entry
	 */
	public ScriptEntry times(int number) {
		return new ScriptEntry(this.operation, number, this.reply, this.faults);
	}

	/**
	 * Return this entry for all requests.
	 * @return the entry
	 */
	public ScriptEntry always() {
		return times(ALWAYS);
	}

	/**
	 * Return this entry with one more thing that goes wrong.
	 * @param fault what goes wrong
	 * @return the entry
	 */
	public ScriptEntry with(Fault fault) {
		List<Fault> more = new ArrayList<>(this.faults);
		more.add(fault);
		return new ScriptEntry(this.operation, this.times, this.reply, more);
	}

}
