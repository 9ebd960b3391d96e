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
 * How the command line and scripts spell a fault or a reply: the record's name with
 * hyphens, and what its constructors take. A list takes as many values as are left.
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

	boolean isOf(Object spelled) {
		return this.type.isInstance(spelled);
	}

	/** For example {@code silence-after-events=EVENTS,DURATION}. */
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
	 * Create what is spelled.
	 * @throws IllegalArgumentException if the values do not fit
	 */
	Object read(List<String> values) {
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
			Object argument = ScriptValueParser.read(parameter, values.subList(next, next + taken));
			// A shorter constructor takes the first components.
			String component = this.type.getRecordComponents()[arguments.size()].getName();
			if (argument instanceof Number number && number.longValue() < 0 && !component.equals(SIGNED)) {
				throw new IllegalArgumentException("'" + name() + "' takes no negative number");
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

	/** Spell a record in full. */
	static String write(Object spelled) {
		List<String> values = new ArrayList<>();
		for (RecordComponent component : spelled.getClass().getRecordComponents()) {
			try {
				values.addAll(ScriptValueParser.write(component.getAccessor().invoke(spelled)));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}
		String name = hyphenated(spelled.getClass().getSimpleName());
		return values.isEmpty() ? name : name + "=" + String.join(",", values);
	}

	private static String hyphenated(String name) {
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
