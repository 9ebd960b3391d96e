package io.bedrockruntime.test;

import java.util.function.Consumer;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that starts a {@link BedrockRuntimeEmulator} and a client for a test
 * class without Spring. Parameters of type {@link BedrockRuntimeEmulator},
 * {@link BedrockRuntimeOperations} and {@link ReactiveBedrockRuntimeOperations} are
 * resolved. Register it with {@link ExtendWith}, or in a static field to configure it.
 * Before each test, the script and the received requests are reset to their initial
 * state.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeEmulatorExtension
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(BedrockRuntimeEmulatorExtension.class);

	private final Consumer<BedrockRuntimeEmulatorBuilder> emulator;

	private final Consumer<BedrockRuntimeBuilder> client;

	/**
	 * Create an instance with unpaced streams.
	 */
	public BedrockRuntimeEmulatorExtension() {
		this((emulator) -> {
			// no-op
		}, (client) -> {
			// no-op
		});
	}

	/**
	 * Create an instance.
	 * @param emulator configures the emulator, whose streams are unpaced by default
	 * @param client configures the client, which is already set to call the emulator
	 */
	public BedrockRuntimeEmulatorExtension(Consumer<BedrockRuntimeEmulatorBuilder> emulator,
			Consumer<BedrockRuntimeBuilder> client) {
		this.emulator = emulator;
		this.client = client;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		server(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		server(context).reset();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		server(context).reset();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return EmulatorAndClient.provides(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return server(context).get(parameter.getParameter().getType());
	}

	/** JUnit closes it with the store of the test class. */
	private EmulatorAndClient server(ExtensionContext context) {
		return context.getStore(NAMESPACE)
			.computeIfAbsent(EmulatorAndClient.class, (type) -> new EmulatorAndClient(this.emulator, this.client),
					EmulatorAndClient.class);
	}

}
