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
 * Properties of a client that has a name: its own ones, and where it has none those of
 * the unnamed client.
 *
 * @param properties all that the client has
 * @param own what it says itself
 * @param ownEndpoint whether it says itself that it has an endpoint, or none
 */
record NamedClientProperties(BedrockRuntimeClientProperties properties, BedrockRuntimeClientProperties own,
		boolean ownEndpoint) {

	/**
	 * Bind the properties of a client.
	 * @throws InvalidBedrockRuntimeConfigurationException if a value is not of its type
	 */
	static NamedClientProperties bind(String name, Environment environment) {
		Binder binder = Binder.get(environment);
		String prefix = ClientNames.prefix(name).toString();
		try {
			BedrockRuntimeClientProperties own = bind(binder, prefix, new BedrockRuntimeClientProperties());
			BedrockRuntimeClientProperties properties = bind(binder, BedrockRuntimeProperties.PREFIX,
					new BedrockRuntimeClientProperties());
			// An endpoint that is left empty is none, and not the inherited one.
			boolean ownEndpoint = binder.bind(prefix + ".endpoint", String.class).isBound();
			new NamedClientInheritance(properties).leaveOutWhatDoesNotGoWith(own, ownEndpoint);
			bind(binder, prefix, properties);
			return new NamedClientProperties(properties, own, ownEndpoint);
		}
		catch (BindException ex) {
			throw unreadable(ex);
		}
	}

	private static BedrockRuntimeClientProperties bind(Binder binder, String prefix,
			BedrockRuntimeClientProperties properties) {
		return binder.bind(prefix, Bindable.ofInstance(properties)).orElse(properties);
	}

	/**
	 * The failure keeps no cause, as that would print the value.
	 */
	private static InvalidBedrockRuntimeConfigurationException unreadable(BindException ex) {
		ConfigurationProperty property = ex.getProperty();
		String name = (property != null) ? property.getName().toString() : ex.getName().toString();
		return InvalidBedrockRuntimeConfigurationException.of(name,
				"cannot be converted to %s".formatted(ex.getTarget().getType()),
				"Set it to a value of this type, or remove it.");
	}

	/**
	 * Return whether the client says itself how to authenticate, other than by a role.
	 */
	boolean hasOwnCredentials() {
		return NamedClientInheritance.hasKeysOrProfile(this.own.getCredentials());
	}

	/**
	 * Return whether the client is in another region than it would be without a name.
	 */
	boolean hasOwnRegion() {
		return StringUtils.hasText(this.own.getRegion());
	}

}
