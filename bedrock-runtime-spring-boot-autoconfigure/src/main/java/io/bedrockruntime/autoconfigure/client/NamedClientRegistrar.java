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
 * Registers the operations of each named client as beans with the name as qualifier. They
 * are not default candidates: an injection point without a qualifier still receives the
 * unnamed client, and bean conditions ignore them.
 * <p>
 * The names are those of the environment at run time: beans that were registered ahead of
 * time are kept, and missing ones are added.
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

	/** The client's name comes last, so that bean names are unique. */
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
		// The bean that creates the clients closes them.
		definition.setDestroyMethodName("");
		definition.setRole(BeanDefinition.ROLE_APPLICATION);
		registry.registerBeanDefinition(beanName, definition);
	}

	/**
	 * Reject a bean that has the bean name of a client but is not that client.
	 */
	private static void requireClient(BeanDefinition definition, String beanName, String client) {
		AutowireCandidateQualifier qualifier = (definition instanceof AbstractBeanDefinition bean)
				? bean.getQualifier(Qualifier.class.getName()) : null;
		if (qualifier == null || !client.equals(qualifier.getAttribute(AutowireCandidateQualifier.VALUE_KEY))) {
			throw new InvalidBedrockRuntimeConfigurationException(
					"'%s' is set, but another bean already has the name '%s' of its client"
						.formatted(ClientNames.prefix(client), beanName),
					"Give the bean or the client another name.");
		}
	}

}
