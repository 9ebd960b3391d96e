package io.bedrockruntime.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Describes a record like its generated {@code toString}, but shows only the size or kind
 * of components that are {@link Sensitive}.
 *
 * @since 0.1.0
 */
public final class Redaction {

	private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {

		@Override
		protected RecordComponent[] computeValue(Class<?> type) {
			RecordComponent[] components = type.getRecordComponents();
			Arrays.stream(components).forEach((component) -> component.getAccessor().setAccessible(true));
			return components;
		}

	};

	private Redaction() {
	}

	/**
	 * Describe a record without its content.
	 * @param value the record
	 * @return the description
	 */
	public static String toString(Record value) {
		StringJoiner joiner = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
		for (RecordComponent component : COMPONENTS.get(value.getClass())) {
			Object content = read(component, value);
			boolean hidden = component.isAnnotationPresent(Sensitive.class);
			joiner.add(component.getName() + "=" + (hidden ? describe(content) : content));
		}
		return joiner.toString();
	}

	private static @Nullable Object read(RecordComponent component, Record value) {
		try {
			return component.getAccessor().invoke(value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot read '%s' of %s".formatted(component.getName(), value.getClass()),
					ex);
		}
	}

	private static String describe(@Nullable Object content) {
		if (content == null) {
			return "null";
		}
		if (content instanceof CharSequence text) {
			return "(%d characters)".formatted(text.length());
		}
		if (content instanceof Blob blob) {
			return blob.toString();
		}
		if (content instanceof JsonNode node) {
			return node.isString() ? describe(node.stringValue()) : "(" + node.getNodeType().name().toLowerCase() + ")";
		}
		if (content instanceof Collection<?> items) {
			return "(%d items)".formatted(items.size());
		}
		if (content instanceof Map<?, ?> entries) {
			return "(%d entries)".formatted(entries.size());
		}
		return "(hidden)";
	}

}
