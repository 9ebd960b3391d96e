package io.bedrockruntime.emulator.script;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Parser and formatter for one type of fault or reply. Its syntax is the record's name
 * with hyphens, and the parameters of its constructors. A list takes all remaining
 * values.
 */
final class RecordParser {

	/** The one component that may be negative. */
	private static final String SIGNED = "difference";

	private final Class<?> type;

	private final List<Constructor<?>> constructors;

	RecordParser(Class<?> type) {
		this.type = type;
		this.constructors = Arrays.stream(type.getConstructors())
			.sorted(Comparator.comparingInt(Constructor::getParameterCount))
			.toList();
	}

	String name() {
		return hyphenated(this.type.getSimpleName());
	}

	Class<?> type() {
		return this.type;
	}

	boolean isOf(Object value) {
		return this.type.isInstance(value);
	}

	/** Return the syntax, for example {@code silence-after-events=EVENTS,DURATION}. */
	String usage() {
		int least = this.constructors.get(0).getParameterCount();
		StringBuilder usage = new StringBuilder(name());
		RecordComponent[] components = this.type.getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			RecordComponent component = components[i];
			String name = hyphenated(component.getName()).toUpperCase(Locale.ROOT).replace('-', '_');
			String value = component.getType().isEnum()
					? String.join("|", ScriptValueParser.constants(component.getType())) : name;
			String separator = (i == 0) ? "=" : ",";
			boolean list = component.getType() == List.class;
			usage
				.append((list || i >= least) ? "[" + separator + value + (list ? "..." : "") + "]" : separator + value);
		}
		return usage.toString();
	}

	/**
	 * Create the record.
	 * @throws IllegalArgumentException if the values do not fit
	 */
	Object parse(List<String> values) {
		for (Constructor<?> constructor : this.constructors) {
			if (fits(constructor, values.size())) {
				return create(constructor, values);
			}
		}
		throw new IllegalArgumentException("'" + name() + "' is written as " + usage());
	}

	private static boolean fits(Constructor<?> constructor, int values) {
		boolean list = Arrays.asList(constructor.getParameterTypes()).contains(List.class);
		int parameters = constructor.getParameterCount();
		return list ? values >= parameters - 1 : values == parameters;
	}

	private Object create(Constructor<?> constructor, List<String> values) {
		int listed = values.size() - constructor.getParameterCount() + 1;
		List<Object> arguments = new ArrayList<>();
		int next = 0;
		for (Type parameter : constructor.getGenericParameterTypes()) {
			int taken = (parameter instanceof ParameterizedType) ? listed : 1;
			Object argument = ScriptValueParser.parse(parameter, values.subList(next, next + taken));
			// A shorter constructor takes the first components.
			String component = this.type.getRecordComponents()[arguments.size()].getName();
			if (argument instanceof Number number && number.longValue() < 0 && !component.equals(SIGNED)) {
				throw new IllegalArgumentException("'" + name() + "' does not accept negative numbers");
			}
			arguments.add(argument);
			next += taken;
		}
		try {
			return constructor.newInstance(arguments.toArray());
		}
		catch (InvocationTargetException ex) {
			throw new IllegalArgumentException("'" + name() + "': " + ex.getTargetException().getMessage(), ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return the complete syntax of a record. */
	static String format(Object value) {
		List<String> values = new ArrayList<>();
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			try {
				values.addAll(ScriptValueParser.format(component.getAccessor().invoke(value)));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}
		String name = hyphenated(value.getClass().getSimpleName());
		return values.isEmpty() ? name : name + "=" + String.join(",", values);
	}

	private static String hyphenated(String name) {
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
