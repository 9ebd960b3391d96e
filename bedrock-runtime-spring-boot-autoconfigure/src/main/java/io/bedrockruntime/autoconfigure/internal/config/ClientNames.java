package io.bedrockruntime.autoconfigure.internal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Names of the clients that the properties define. Only names are read, so that an
 * invalid value does not hide a client.
 */
public final class ClientNames {

	static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName
		.of(BedrockRuntimeProperties.PREFIX + ".clients");

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

	private ClientNames() {
	}

	/**
	 * Return the names, each as the source with the lowest precedence writes it:
	 * overriding a property of a client must not rename the client.
	 */
	public static List<String> in(Environment environment) {
		List<ConfigurationPropertySource> others = new ArrayList<>();
		List<ConfigurationPropertySource> variables = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			// Variables have no hyphens and, by convention, no lower case.
			boolean other = !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource);
			(other ? others : variables).add(source);
		}
		Collections.reverse(others);
		Map<String, String> names = new LinkedHashMap<>();
		others.forEach((source) -> add(names, source));
		variables.forEach((source) -> add(names, source));
		return List.copyOf(names.values());
	}

	private static void add(Map<String, String> names, ConfigurationPropertySource source) {
		if (source instanceof IterableConfigurationPropertySource iterable) {
			iterable.stream().filter(PREFIX::isAncestorOf).forEach((property) -> add(names, property));
		}
	}

	private static void add(Map<String, String> names, ConfigurationPropertyName property) {
		int element = PREFIX.getNumberOfElements();
		names.putIfAbsent(property.getElement(element, Form.UNIFORM), property.getElement(element, Form.ORIGINAL));
	}

	/**
	 * Return the prefix of the properties of a client.
	 */
	public static ConfigurationPropertyName prefix(String name) {
		return PREFIX
			.append(PLAIN.matcher(name).matches() ? name.toLowerCase(Locale.ROOT).replace("_", "") : "[" + name + "]");
	}

	static String quoted(Collection<String> names) {
		return names.isEmpty() ? "none" : String.join(", ", names.stream().map((name) -> "'" + name + "'").toList());
	}

}
