package io.bedrockruntime.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Members of a structure, as declared by its record.
 */
final class StructureShape {

	private final Class<?> type;

	private final List<Member> members;

	private final Constructor<?> constructor;

	StructureShape(Class<?> type) {
		this.type = type;
		RecordComponent[] components = type.getRecordComponents();
		this.members = Arrays.stream(components).map(Member::new).toList();
		try {
			this.constructor = type
				.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("No canonical constructor in " + type, ex);
		}
	}

	Class<?> type() {
		return this.type;
	}

	List<Member> members() {
		return this.members;
	}

	Object create(@Nullable Object[] values) {
		try {
			return this.constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException("Cannot create " + this.type, ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot create " + this.type, ex);
		}
	}

	/**
	 * A member of a structure.
	 */
	static final class Member {

		private final String name;

		private final Type type;

		private final Class<?> rawType;

		private final Method accessor;

		private final boolean required;

		private final boolean inBody;

		private final boolean unknownMembers;

		Member(RecordComponent component) {
			this.name = component.getName();
			this.type = component.getGenericType();
			this.rawType = component.getType();
			this.accessor = component.getAccessor();
			this.required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			this.inBody = !this.accessor.isAnnotationPresent(JsonIgnore.class);
			this.unknownMembers = this.accessor.isAnnotationPresent(JsonAnyGetter.class);
		}

		String name() {
			return this.name;
		}

		Type type() {
			return this.type;
		}

		Class<?> rawType() {
			return this.rawType;
		}

		/**
		 * Return whether a value is required.
		 */
		boolean required() {
			return this.required;
		}

		/**
		 * Return whether the member is part of the JSON, and not of the path, the query
		 * or a header.
		 */
		boolean inBody() {
			return this.inBody;
		}

		/**
		 * Return whether this is the component that holds the unknown members.
		 */
		boolean unknownMembers() {
			return this.unknownMembers;
		}

		@Nullable Object read(Object structure) {
			try {
				return this.accessor.invoke(structure);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException("Cannot read " + this.accessor, ex);
			}
		}

	}

}
