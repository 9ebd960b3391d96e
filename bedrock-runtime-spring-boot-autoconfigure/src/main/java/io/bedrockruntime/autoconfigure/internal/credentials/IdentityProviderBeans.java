package io.bedrockruntime.autoconfigure.internal.credentials;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.MethodMetadata;

/**
 * Lookup of identity provider beans. It distinguishes beans that the application defines
 * from those that a library contributes to each application.
 *
 * @param <T> the type of provider
 */
class IdentityProviderBeans<T> {

	private static final List<String> LIBRARIES = List.of("io.awspring.", "org.springframework.ai.");

	private final ConfigurableListableBeanFactory beanFactory;

	private final ResolvableType type;

	IdentityProviderBeans(ConfigurableListableBeanFactory beanFactory, ParameterizedTypeReference<T> type) {
		this.beanFactory = beanFactory;
		this.type = ResolvableType.forType(type);
	}

	/**
	 * Return the bean to use.
	 * @param ofLibraries whether beans of libraries are included
	 * @return the bean, or {@code null} if there is none
	 */
	@SuppressWarnings("unchecked")
	@Nullable T find(boolean ofLibraries) {
		List<String> names = names().filter((name) -> ofLibraries || !isOfLibrary(name)).toList();
		if (names.isEmpty()) {
			return null;
		}
		// If several beans match, one of them must be primary.
		return (names.size() == 1) ? (T) this.beanFactory.getBean(names.get(0))
				: this.beanFactory.<T>getBeanProvider(this.type).getObject();
	}

	private Stream<String> names() {
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, this.type))
			.filter((name) -> {
				BeanDefinition definition = definition(name);
				return definition == null || (definition.isAutowireCandidate()
						&& (!(definition instanceof AbstractBeanDefinition candidate)
								|| candidate.isDefaultCandidate()));
			});
	}

	private boolean isOfLibrary(String name) {
		BeanDefinition definition = definition(name);
		String origin = (definition != null) ? origin(definition) : null;
		return origin != null && LIBRARIES.stream().anyMatch(origin::startsWith);
	}

	private @Nullable BeanDefinition definition(String name) {
		try {
			return this.beanFactory.getMergedBeanDefinition(name);
		}
		catch (NoSuchBeanDefinitionException ex) {
			return null;
		}
	}

	private static @Nullable String origin(BeanDefinition definition) {
		if (definition instanceof AnnotatedBeanDefinition annotated) {
			MethodMetadata method = annotated.getFactoryMethodMetadata();
			if (method != null) {
				return method.getDeclaringClassName();
			}
		}
		if (definition instanceof RootBeanDefinition root) {
			Method method = root.getResolvedFactoryMethod();
			if (method != null) {
				return method.getDeclaringClass().getName();
			}
		}
		return definition.getBeanClassName();
	}

}
