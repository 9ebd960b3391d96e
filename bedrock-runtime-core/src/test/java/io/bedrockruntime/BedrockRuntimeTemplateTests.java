package io.bedrockruntime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.model.converse.ConverseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BedrockRuntimeTemplate}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BedrockRuntimeTemplateTests {

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	static Stream<Method> operations() {
		return Arrays.stream(BedrockRuntimeTemplate.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			// It only creates further operations.
			.filter((method) -> !method.getName().equals("withTimeouts"));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void whenCalledOnAnEventLoopThenRefusesBeforeAnythingIsSent(Method operation) {
		AtomicInteger subscriptions = new AtomicInteger();
		BedrockRuntimeTemplate template = new BedrockRuntimeTemplate(
				operations(Flux.never().doOnSubscribe((subscription) -> subscriptions.incrementAndGet())));
		Throwable thrown = Mono.fromCallable(() -> call(template, operation))
			.subscribeOn(Schedulers.parallel())
			.block(Duration.ofSeconds(10));
		assertThat(thrown).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("parallel-")
			.hasMessageContaining("ReactiveBedrockRuntimeOperations");
		assertThat(subscriptions).hasValue(0);
	}

	@Test
	void whenWaitingThreadIsInterruptedThenCallIsCancelled() throws Exception {
		TestPublisher<Object> response = TestPublisher.create();
		BedrockRuntimeTemplate template = new BedrockRuntimeTemplate(operations(response.flux()));
		CompletableFuture<Throwable> outcome = new CompletableFuture<>();
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		Thread caller = new Thread(() -> {
			try {
				template.converse(REQUEST);
			}
			catch (Throwable ex) {
				interrupted.complete(Thread.currentThread().isInterrupted());
				outcome.complete(ex);
			}
		});
		caller.start();
		await().until(() -> caller.getState() == Thread.State.WAITING);
		caller.interrupt();
		assertThat(outcome.get(10, TimeUnit.SECONDS)).isExactlyInstanceOf(BedrockRuntimeClientException.class)
			.hasCauseInstanceOf(InterruptedException.class);
		assertThat(interrupted.get()).isTrue();
		response.assertCancelled();
	}

	@Test
	void whenCallFailsThenItsOwnExceptionIsThrown() {
		CallTimeoutException failure = new CallTimeoutException("late", null);
		BedrockRuntimeTemplate template = new BedrockRuntimeTemplate(operations(Flux.error(failure)));
		assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> template.converse(REQUEST))
			.isSameAs(failure);
	}

	@Test
	void whenThereIsNoResponseThenFails() {
		BedrockRuntimeTemplate template = new BedrockRuntimeTemplate(operations(Flux.empty()));
		assertThatIllegalStateException().isThrownBy(() -> template.converse(REQUEST));
	}

	private static Throwable call(BedrockRuntimeTemplate template, Method operation) throws IllegalAccessException {
		try {
			operation.invoke(template,
					Arrays.stream(operation.getParameterTypes()).map(BedrockRuntimeTemplateTests::argument).toArray());
			return new AssertionError("nothing was thrown");
		}
		catch (InvocationTargetException ex) {
			return ex.getCause();
		}
	}

	private static Object argument(Class<?> type) {
		Consumer<Object> consumer = (ignored) -> {
		};
		return (type == String.class) ? "text" : (type == Consumer.class) ? consumer : null;
	}

	private static ReactiveBedrockRuntimeOperations operations(Flux<?> outcome) {
		return (ReactiveBedrockRuntimeOperations) Proxy.newProxyInstance(
				BedrockRuntimeTemplateTests.class.getClassLoader(),
				new Class<?>[] { ReactiveBedrockRuntimeOperations.class },
				(proxy, method, arguments) -> (method.getReturnType() == Mono.class) ? Mono.from(outcome) : outcome);
	}

}
