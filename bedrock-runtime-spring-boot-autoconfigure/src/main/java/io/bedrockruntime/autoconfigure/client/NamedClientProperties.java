package io.bedrockruntime.autoconfigure.client;

import io.bedrockruntime.autoconfigure.BedrockRuntimeClientProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.ClientNames;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Properties of a named client: those that it sets, and those that it inherits from the
 * unnamed client.
 *
 * @param properties all properties, including inherited ones
 * @param own the properties that the client sets itself
 * @param ownEndpoint whether the client sets an endpoint itself, possibly an empty one
 */
record NamedClientProperties(BedrockRuntimeClientProperties properties, BedrockRuntimeClientProperties own,
		boolean ownEndpoint) {

	/**
	 * Bind the properties of a client.
	 * @throws InvalidBedrockRuntimeConfigurationException if a value cannot be converted
	 */
	static NamedClientProperties bind(String name, Environment environment) {
		Binder binder = Binder.get(environment);
		String prefix = ClientNames.prefix(name).toString();
		try {
			BedrockRuntimeClientProperties own = bind(binder, prefix, new BedrockRuntimeClientProperties());
			BedrockRuntimeClientProperties properties = bind(binder, BedrockRuntimeProperties.PREFIX,
					new BedrockRuntimeClientProperties());
			// An empty endpoint means no endpoint, not the inherited one.
			boolean ownEndpoint = binder.bind(prefix + ".endpoint", String.class).isBound();
			new NamedClientInheritance(properties).removeWhatDependsOn(own, ownEndpoint);
			bind(binder, prefix, properties);
			return new NamedClientProperties(properties, own, ownEndpoint);
		}
		catch (BindException ex) {
			throw notConvertible(ex);
		}
	}

	private static BedrockRuntimeClientProperties bind(Binder binder, String prefix,
			BedrockRuntimeClientProperties properties) {
		return binder.bind(prefix, Bindable.ofInstance(properties)).orElse(properties);
	}

	/**
	 * The failure has no cause, as the cause would print the value.
	 */
	private static InvalidBedrockRuntimeConfigurationException notConvertible(BindException ex) {
		ConfigurationProperty property = ex.getProperty();
		String name = (property != null) ? property.getName().toString() : ex.getName().toString();
		return InvalidBedrockRuntimeConfigurationException.of(name,
				"cannot be converted to %s".formatted(ex.getTarget().getType()),
				"Set it to a value of this type, or remove it.");
	}

	/**
	 * Return whether the client sets credentials itself, other than a role.
	 */
	boolean hasOwnCredentials() {
		return NamedClientInheritance.hasKeysOrProfile(this.own.getCredentials());
	}

	/**
	 * Return whether the client sets a region itself.
	 */
	boolean hasOwnRegion() {
		return StringUtils.hasText(this.own.getRegion());
	}

}
