package io.bedrockruntime.autoconfigure.internal.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * Property names of a named client. Validation uses the names of the unnamed client,
 * which are translated here to the names that the user has written or would write.
 */
public final class ClientPropertyNames {

	private static final String UNNAMED = BedrockRuntimeProperties.PREFIX + ".";

	private static final Pattern PROPERTY = Pattern
		.compile(Pattern.quote(UNNAMED) + "(?!clients[.\\[])[a-z0-9-]+(?:\\[\\d+\\]|\\.[a-z0-9-]+)*");

	private final String prefix;

	private final List<ConfigurationPropertySource> sources;

	public ClientPropertyNames(String client, Environment environment) {
		this.prefix = ClientNames.prefix(client) + ".";
		this.sources = StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
			.toList();
	}

	/**
	 * Replace the property names in a text with those of the client, unless a property is
	 * inherited.
	 */
	public String in(String text) {
		return PROPERTY.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(name(match.group())));
	}

	private String name(String unnamed) {
		String named = this.prefix + unnamed.substring(UNNAMED.length());
		return (!isSet(named) && isSet(unnamed)) ? unnamed : named;
	}

	private boolean isSet(String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		return this.sources.stream()
			.anyMatch((source) -> source.getConfigurationProperty(name) != null
					|| source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
	}

	public InvalidBedrockRuntimeConfigurationException in(InvalidBedrockRuntimeConfigurationException failure) {
		InvalidBedrockRuntimeConfigurationException named = new InvalidBedrockRuntimeConfigurationException(
				in(failure.getReason()), in(failure.getAction()),
				failure.getProperties().stream().map(this::in).toArray(String[]::new));
		named.initCause(failure.getCause());
		return named;
	}

}
