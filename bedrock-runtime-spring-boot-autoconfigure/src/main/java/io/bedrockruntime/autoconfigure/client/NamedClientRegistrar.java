package io.bedrockruntime.autoconfigure.client;

import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.internal.config.ClientNames;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Registers the operations of each client that has a name as beans with that name as
 * qualifier. They are no default candidates, so that one injection without a qualifier
 * still finds the unnamed client, and conditions on beans do not see them.
 * <p>
 * Names are those of the environment in which the application runs: what is registered
 * ahead of time is left as it is, and what is not there yet is added.
 */
class NamedClientRegistrar implements BeanDefinitionRegistryPostProcessor {

	private static final String BLOCKING = "injectable";

	private static final String REACTIVE = "injectableReactive";

	static final List<String> METHODS = List.of(BLOCKING, REACTIVE);

	private final Environment environment;

	NamedClientRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : ClientNames.in(this.environment)) {
			register(registry, beanName(name), BedrockRuntimeOperations.class, BLOCKING, name);
			register(registry, reactiveBeanName(name), ReactiveBedrockRuntimeOperations.class, REACTIVE, name);
		}
	}

	/** The name of the client comes last, so that no two can make the same of theirs. */
	static String beanName(String client) {
		return "bedrockRuntimeOperations." + client;
	}

	static String reactiveBeanName(String client) {
		return "reactiveBedrockRuntimeOperations." + client;
	}

	private static void register(BeanDefinitionRegistry registry, String beanName, Class<?> type, String method,
			String client) {
		if (registry.containsBeanDefinition(beanName)) {
			requireClient(registry.getBeanDefinition(beanName), beanName, client);
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setTargetType(type);
		definition.setFactoryBeanName("bedrockRuntimeClients");
		definition.setFactoryMethodName(method);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, client);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
		definition.setDefaultCandidate(false);
		definition.setLazyInit(true);
		// The bean that makes the clients closes them.
		definition.setDestroyMethodName("");
		definition.setRole(BeanDefinition.ROLE_APPLICATION);
		registry.registerBeanDefinition(beanName, definition);
	}

	/**
	 * Refuse a bean that would be in the place of a client without being one.
	 */
	private static void requireClient(BeanDefinition definition, String beanName, String client) {
		AutowireCandidateQualifier qualifier = (definition instanceof AbstractBeanDefinition bean)
				? bean.getQualifier(Qualifier.class.getName()) : null;
		if (qualifier == null || !client.equals(qualifier.getAttribute(AutowireCandidateQualifier.VALUE_KEY))) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is set, and there is another bean with the name '%s' that its client has".formatted(
							ClientNames.prefix(client), beanName),
					"Give the bean, or the client, another name.");
		}
	}

}
