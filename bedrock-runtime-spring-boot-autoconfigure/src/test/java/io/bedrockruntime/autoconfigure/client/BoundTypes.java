package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types that properties are bound to: those that the metadata names as sources, and the
 * elements of lists and maps.
 */
final class BoundTypes {

	private static final String ROOT = BedrockRuntimeProperties.class.getPackageName();

	private BoundTypes() {
	}

	/** The methods that binding calls. */
	static Stream<Method> accessors() {
		return types().stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> method.getName().matches("(get|set|is)[A-Z].*"));
	}

	static Set<Class<?>> types() {
		Set<Class<?>> types = new LinkedHashSet<>();
		Deque<Class<?>> next = new ArrayDeque<>(sources());
		while (!next.isEmpty()) {
			Class<?> type = next.pop();
			if (type.getPackageName().startsWith(ROOT) && !type.isEnum() && types.add(type)) {
				for (Method method : type.getDeclaredMethods()) {
					ResolvableType returned = ResolvableType.forMethodReturnType(method);
					next.add(returned.toClass());
					Arrays.stream(returned.getGenerics()).map(ResolvableType::toClass).forEach(next::add);
				}
			}
		}
		return types;
	}

	private static Set<Class<?>> sources() {
		Set<Class<?>> sources = new LinkedHashSet<>();
		try (InputStream input = BoundTypes.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(input).isNotNull();
			for (JsonNode property : JsonMapper.shared().readTree(input).path("properties")) {
				String source = property.path("sourceType").asString("");
				if (source.startsWith(ROOT)) {
					sources.add(ClassUtils.resolveClassName(source, null));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assertThat(sources).isNotEmpty();
		return sources;
	}

}
