package io.bedrockruntime.autoconfigure.internal.config;

import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Failure analyzer for an injection point that names a client which does not exist. It
 * runs before the one of Spring Boot, which does not know the names of clients.
 */
@Order(0)
class UnknownClientFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final List<Class<?>> TYPES = List.of(BedrockRuntimeOperations.class,
			ReactiveBedrockRuntimeOperations.class);

	private final Environment environment;

	UnknownClientFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Qualifier qualifier = qualifier(rootFailure);
		if (cause.getBeanType() == null || !TYPES.contains(cause.getBeanType()) || qualifier == null) {
			return null;
		}
		String name = qualifier.value();
		return new FailureAnalysis(
				"%s required a client of the Amazon Bedrock Runtime named '%s', which does not exist. The names are: %s."
					.formatted((description != null) ? description : "A bean", name,
							ClientNames.quoted(ClientNames.in(this.environment))),
				"Use one of these names as qualifier, or set properties of the client, such as '%s.region'."
					.formatted(ClientNames.prefix(name)),
				cause);
	}

	private static @Nullable Qualifier qualifier(Throwable rootFailure) {
		Qualifier qualifier = null;
		for (Throwable failure = rootFailure; failure != null; failure = failure.getCause()) {
			if (failure instanceof UnsatisfiedDependencyException unsatisfied) {
				InjectionPoint point = unsatisfied.getInjectionPoint();
				qualifier = (point != null) ? point.getAnnotation(Qualifier.class) : null;
			}
		}
		return qualifier;
	}

}
