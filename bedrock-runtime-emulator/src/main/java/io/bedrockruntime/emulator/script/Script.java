package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a test tells the emulator to do with the requests to come. The first entry that
 * fits a request is used, and gone when it has been used as often as it says. A model's
 * words wait for an operation that gives any. May be called from any thread at any time.
 */
public final class Script {

	private static final long SEED = 4;

	private final List<ScriptEntry> entries = new ArrayList<>();

	private final Random random = new Random(SEED);

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
	 * Answer the next request.
	 * @param reply what is answered
	 * @return this script
	 */
	public Script reply(Reply reply) {
		return add(ScriptEntry.of(reply));
	}

	/**
	 * Answer the next request with text.
	 * @param text what the model says
	 * @return this script
	 */
	public Script text(String text) {
		return reply(new Reply.Text(text));
	}

	/**
	 * Answer the next request with an error whose code stands in the header.
	 * @param status the HTTP status
	 * @param code the error code
	 * @param message what the service says
	 * @return this script
	 */
	public Script error(int status, String code, String message) {
		return reply(new Reply.Error(status, code, message));
	}

	/**
	 * Let something go wrong with the next request.
	 * @param faults what goes wrong
	 * @return this script
	 */
	public Script fault(Fault... faults) {
		return add(ScriptEntry.of(faults));
	}

	/**
	 * Forget all entries.
	 */
	public synchronized void clear() {
		this.entries.clear();
		this.random.setSeed(SEED);
	}

	/**
	 * Return the entries that wait for a request.
	 * @return the entries in order
	 */
	public synchronized List<ScriptEntry> entries() {
		return List.copyOf(this.entries);
	}

	public synchronized @Nullable ScriptEntry take(String operation, Predicate<Reply> takes) {
		ListIterator<ScriptEntry> iterator = this.entries.listIterator();
		while (iterator.hasNext()) {
			ScriptEntry entry = iterator.next();
			boolean meant = entry.operation() == null || entry.operation().equals(operation);
			if (meant && (entry.reply() == null || takes.test(entry.reply())) && drawn(entry)) {
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
