package io.bedrockruntime.test;

import java.util.function.Consumer;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Emulator with a client that calls it.
 */
final class EmulatorAndClient implements AutoCloseable {

	private final BedrockRuntimeEmulator emulator;

	private final EmulatorReset reset;

	private final ReactiveBedrockRuntimeTemplate reactive;

	EmulatorAndClient(Consumer<BedrockRuntimeEmulatorBuilder> emulator, Consumer<BedrockRuntimeBuilder> client) {
		BedrockRuntimeEmulatorBuilder emulatorBuilder = BedrockRuntimeEmulator.builder().tokensPerSecond(0);
		emulator.accept(emulatorBuilder);
		this.emulator = emulatorBuilder.start();
		this.reset = new EmulatorReset(this.emulator);
		BedrockRuntimeBuilder clientBuilder = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.credentialsProvider(StaticCredentialsProvider.create(credentials()));
		client.accept(clientBuilder);
		this.reactive = clientBuilder.build();
	}

	private AwsCredentials credentials() {
		String sessionToken = this.emulator.sessionToken();
		return (sessionToken != null)
				? AwsSessionCredentials.create(this.emulator.accessKeyId(), this.emulator.secretAccessKey(),
						sessionToken)
				: AwsBasicCredentials.create(this.emulator.accessKeyId(), this.emulator.secretAccessKey());
	}

	static boolean provides(Class<?> type) {
		return type == BedrockRuntimeEmulator.class || type == BedrockRuntimeOperations.class
				|| type == ReactiveBedrockRuntimeOperations.class;
	}

	Object get(Class<?> type) {
		if (type == BedrockRuntimeEmulator.class) {
			return this.emulator;
		}
		return (type == BedrockRuntimeOperations.class) ? new BedrockRuntimeTemplate(this.reactive) : this.reactive;
	}

	void reset() {
		this.reset.reset();
	}

	@Override
	public void close() {
		this.reactive.close();
		this.emulator.close();
	}

}
