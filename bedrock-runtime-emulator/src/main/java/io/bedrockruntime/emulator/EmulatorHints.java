package io.bedrockruntime.emulator;

import java.lang.reflect.RecordComponent;

import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.ScriptEntryParser;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.ClassPathResource;

/**
 * Native hints for the records of faults and replies, and for the resource with the
 * service's shapes.
 */
class EmulatorHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerResource(new ClassPathResource(ServiceModel.RESOURCE, ServiceModel.class));
		hints.reflection().registerType(Fault.class);
		ScriptEntryParser.types().forEach((type) -> {
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
			for (RecordComponent component : type.getRecordComponents()) {
				hints.reflection().registerMethod(component.getAccessor(), ExecutableMode.INVOKE);
				if (component.getType().isEnum()) {
					hints.reflection().registerType(component.getType());
				}
			}
		});
	}

}
