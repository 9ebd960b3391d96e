package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Script for coming requests. The first entry that matches a request is used, and removed
 * when it has been used its number of times. A scripted text waits for an operation that
 * returns text. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Script {

	private static final long SEED = 4;

	private final List<ScriptEntry> entries = new ArrayList<>();

	private final Random random = new Random(SEED);

	/**
	 * Create an empty script.
	 */
	public Script() {
	}

	/**
	 * Append an entry.
	 * @param entry the entry
	 * @return this script
	 */
	public synchronized Script add(ScriptEntry entry) {
		this.entries.add(entry);
		return this;
	}

	/**
	 * Respond to the next request.
	 * @param reply the response
	 * @return this script
	 */
	public Script reply(Reply reply) {
		return add(ScriptEntry.of(reply));
	}

	/**
	 * Respond to the next request with text.
	 * @param text the model's text
	 * @return this script
	 */
	public Script text(String text) {
		return reply(new Reply.Text(text));
	}

	/**
	 * Respond to the next request with an error whose code is in the header.
	 * @param status the HTTP status
	 * @param code the error code
	 * @param message the error message
	 * @return this script
	 */
	public Script error(int status, String code, String message) {
		return reply(new Reply.Error(status, code, message));
	}

	/**
	 * Apply faults to the response to the next request.
	 * @param faults the faults
	 * @return this script
	 */
	public Script fault(Fault... faults) {
		return add(ScriptEntry.of(faults));
	}

	/**
	 * Remove all entries.
	 */
	public synchronized void clear() {
		this.entries.clear();
		this.random.setSeed(SEED);
	}

	/**
	 * Return the entries that have not been used up.
	 * @return the entries in order
	 */
	public synchronized List<ScriptEntry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * Take the first entry that matches a request.
	 * @param operation AWS's name of the operation
	 * @param takes whether the operation supports a reply
	 * @return the entry, or null when none matches
	 */
	public synchronized @Nullable ScriptEntry take(String operation, Predicate<Reply> takes) {
		ListIterator<ScriptEntry> iterator = this.entries.listIterator();
		while (iterator.hasNext()) {
			ScriptEntry entry = iterator.next();
			boolean matches = entry.operation() == null || entry.operation().equals(operation);
			if (matches && (entry.reply() == null || takes.test(entry.reply())) && drawn(entry)) {
				if (entry.times() == 1) {
					iterator.remove();
				}
				else if (entry.times() != ScriptEntry.ALWAYS) {
					iterator.set(entry.times(entry.times() - 1));
				}
				return entry;
			}
		}
		return null;
	}

	private boolean drawn(ScriptEntry entry) {
		return entry.percent() == 100 || this.random.nextInt(100) < entry.percent();
	}

}
