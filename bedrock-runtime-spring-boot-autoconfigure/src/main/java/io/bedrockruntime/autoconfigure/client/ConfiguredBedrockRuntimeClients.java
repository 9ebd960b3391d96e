package io.bedrockruntime.autoconfigure.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.config.ClientFailures;
import io.bedrockruntime.autoconfigure.internal.config.ClientNames;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * {@link BedrockRuntimeClients} that the properties define. It creates the named clients.
 * One that cannot be created does not affect the others.
 */
class ConfiguredBedrockRuntimeClients implements BedrockRuntimeClients, AutoCloseable {

	private static final Log logger = LogFactory.getLog(ConfiguredBedrockRuntimeClients.class);

	private final Map<String, NamedClient> clients = new LinkedHashMap<>();

	private final Map<String, RuntimeException> failures = new LinkedHashMap<>();

	private final BeanFactory beanFactory;

	private final ObjectProvider<BedrockRuntimeOperations> unnamed;

	private final ObjectProvider<ReactiveBedrockRuntimeOperations> reactiveUnnamed;

	ConfiguredBedrockRuntimeClients(ClientDependencies dependencies, ObjectProvider<BedrockRuntimeOperations> unnamed,
			ObjectProvider<ReactiveBedrockRuntimeOperations> reactiveUnnamed) {
		this.beanFactory = dependencies.beanFactory();
		this.unnamed = unnamed;
		this.reactiveUnnamed = reactiveUnnamed;
		for (String name : ClientNames.in(dependencies.environment())) {
			create(name, dependencies);
		}
	}

	private void create(String name, ClientDependencies dependencies) {
		if (name.equalsIgnoreCase(UNNAMED)) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is set, but '%s' is the name of the unnamed client".formatted(ClientNames.prefix(name),
							UNNAMED),
					"Give the client another name, or set the properties of '%s' instead."
						.formatted(BedrockRuntimeProperties.PREFIX));
		}
		try {
			this.clients.put(name, NamedClient.create(name, dependencies));
		}
		catch (RuntimeException ex) {
			RuntimeException failure = ClientFailures.named(name, ex, dependencies.environment());
			this.failures.put(name, failure);
			warn(name, failure, dependencies.environment());
		}
	}

	private static void warn(String name, RuntimeException failure, Environment environment) {
		logger.warn("Client '" + name + "' of the Amazon Bedrock Runtime cannot be used, and each of its calls fails. "
				+ ClientFailures.describe(failure, environment));
	}

	@Override
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		if (this.reactiveUnnamed.getIfUnique() != null || this.unnamed.getIfUnique() != null) {
			names.add(UNNAMED);
		}
		names.addAll(this.clients.keySet());
		names.addAll(this.failures.keySet());
		return names;
	}

	@Override
	public BedrockRuntimeOperations get(String name) {
		return isUnnamed(name) ? this.unnamed.getObject()
				: this.beanFactory.getBean(NamedClientRegistrar.beanName(usable(name)), BedrockRuntimeOperations.class);
	}

	@Override
	public ReactiveBedrockRuntimeOperations getReactive(String name) {
		return isUnnamed(name) ? this.reactiveUnnamed.getObject() : this.beanFactory
			.getBean(NamedClientRegistrar.reactiveBeanName(usable(name)), ReactiveBedrockRuntimeOperations.class);
	}

	/**
	 * Return the operations to inject for a name. If the client cannot be used, the first
	 * call fails, not the injection.
	 */
	BedrockRuntimeOperations injectable(String name) {
		return injectable(name, NamedClient::blocking, BedrockRuntimeTemplate::new);
	}

	/**
	 * Return the operations to inject for a name. If the client cannot be used, the first
	 * call fails, not the injection.
	 */
	ReactiveBedrockRuntimeOperations injectableReactive(String name) {
		return injectable(name, (client) -> client.configured().template(), Function.identity());
	}

	private <T> T injectable(String name, Function<NamedClient, ? extends T> usable,
			Function<ReactiveBedrockRuntimeOperations, ? extends T> unusable) {
		String client = known(name);
		RuntimeException failure = this.failures.get(client);
		if (failure != null) {
			return unusable.apply(UnusableClient.create(client, () -> ClientFailures.copy(failure)));
		}
		return usable.apply(Objects.requireNonNull(this.clients.get(client), client));
	}

	private String usable(String name) {
		String client = known(name);
		RuntimeException failure = this.failures.get(client);
		if (failure != null) {
			throw ClientFailures.copy(failure);
		}
		return client;
	}

	/**
	 * Return the name as it is written in the properties.
	 */
	private String known(String name) {
		ConfigurationPropertyName prefix = ClientNames.prefix(name);
		return Stream.concat(this.clients.keySet().stream(), this.failures.keySet().stream())
			.filter((client) -> client.equals(name) || ClientNames.prefix(client).equals(prefix))
			.findFirst()
			.orElseThrow(() -> ClientFailures.unknown(name, names()));
	}

	private static boolean isUnnamed(String name) {
		return name.equalsIgnoreCase(UNNAMED);
	}

	ConfiguredClients configured(@Nullable ConfiguredClient unnamed) {
		List<ConfiguredClient> usable = new ArrayList<>();
		if (unnamed != null) {
			usable.add(unnamed);
		}
		this.clients.values().forEach((client) -> usable.add(client.configured()));
		return new ConfiguredClients(usable, Map.copyOf(this.failures));
	}

	@Override
	public void close() {
		this.clients.values().forEach(NamedClient::close);
	}

}
