package io.bedrockruntime.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.BedrockRuntimeEmulatorBuilder;
import io.bedrockruntime.emulator.script.ScriptEntry;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts a {@link BedrockRuntimeEmulator} on a free port for each application context of
 * a test class, and configures the client of the application to call it, regardless of
 * its properties. The emulator is a bean that can be injected into a test, which scripts
 * it and verifies the received requests. Before and after each test, the script and the
 * received requests are reset to their initial state.
 * <p>
 * Works with {@code @SpringBootTest} and with slices such as {@code @WebMvcTest}, to
 * which it adds the auto-configuration of the client. Contexts are cached as usual:
 * classes with the same configuration share one context and one emulator, so they must
 * not run at the same time unless they are {@linkplain #isolated() isolated}.
 *
 * @since 0.1.0
 * @see BedrockRuntimeEmulatorBuilderCustomizer
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface EmbeddedBedrockRuntime {

	/**
	 * Entries of the script at the start of each test, in the format of the emulator's
	 * command line, for example {@code Converse: text="Forty-two." always}.
	 * @return the entries in order
	 * @see ScriptEntry#parse(String)
	 */
	String[] script() default {};

	/**
	 * Region of the emulator.
	 * @return the region
	 */
	String region() default "us-east-1";

	/**
	 * Pace of streams in tokens per second; 0 sends as fast as the client reads.
	 * @return the pace
	 * @see BedrockRuntimeEmulatorBuilder#tokensPerSecond(double)
	 */
	double tokensPerSecond() default 0;

	/**
	 * Whether the test class has a context and an emulator that no other class uses,
	 * which is required if classes with the same configuration run at the same time.
	 * @return whether the context is not shared
	 */
	boolean isolated() default false;

}
