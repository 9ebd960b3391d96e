package io.bedrockruntime.autoconfigure.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Replacement for a client that could not be created, so that beans that depend on it can
 * still be created. Each call fails with the reason.
 */
final class UnusableClient implements InvocationHandler {

	private final String name;

	private final Supplier<RuntimeException> failure;

	private UnusableClient(String name, Supplier<RuntimeException> failure) {
		this.name = name;
		this.failure = failure;
	}

	static ReactiveBedrockRuntimeOperations create(String name, Supplier<RuntimeException> failure) {
		return (ReactiveBedrockRuntimeOperations) Proxy.newProxyInstance(
				ReactiveBedrockRuntimeOperations.class.getClassLoader(),
				new Class<?>[] { ReactiveBedrockRuntimeOperations.class }, new UnusableClient(name, failure));
	}

	@Override
	public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
		if (method.getDeclaringClass() == Object.class) {
			return switch (method.getName()) {
				case "equals" -> arguments != null && proxy == arguments[0];
				case "hashCode" -> System.identityHashCode(proxy);
				default -> "unusable client '" + this.name + "'";
			};
		}
		if (method.getReturnType() == Mono.class) {
			return Mono.error(this.failure);
		}
		if (method.getReturnType() == Flux.class) {
			return Flux.error(this.failure);
		}
		if (method.getReturnType() == ReactiveBedrockRuntimeOperations.class) {
			// This is not a call: a copy with other timeouts is unusable as well.
			return proxy;
		}
		throw this.failure.get();
	}

}
