package io.bedrockruntime.autoconfigure.observation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Headers that propagate a trace.
 *
 * @param names the names
 */
record TraceHeaders(List<String> names) {

	private static final List<String> USUAL = List.of("traceparent", "tracestate", "baggage", "b3", "X-B3-TraceId",
			"X-B3-SpanId", "X-B3-ParentSpanId", "X-B3-Sampled", "X-B3-Flags");

	/**
	 * Return the headers of common formats.
	 */
	static TraceHeaders usual() {
		return new TraceHeaders(USUAL);
	}

	/**
	 * Return the headers of common formats and additional ones.
	 */
	static TraceHeaders of(Collection<String> further) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(USUAL);
		names.addAll(further);
		return new TraceHeaders(List.copyOf(names));
	}

}
