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
 * a test class, and points the client of the application at it, whatever its properties
 * say. The emulator is a bean: a test has it injected, scripts it in its set-up or in the
 * test itself, and looks at what it received. Before and after each test, script and
 * received requests are as at the start.
 * <p>
 * Goes with {@code @SpringBootTest} and with slices such as {@code @WebMvcTest}, to which
 * it adds the auto-configuration of the client. Contexts are cached as ever: classes with
 * the same configuration share one context and one emulator, so that they must not run at
 * the same time, unless they are {@linkplain #isolated() isolated}.
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
	 * Entries of the script that each test begins with, as the emulator's command line
	 * has them, for example {@code Converse: text="Forty-two." always}.
	 * @return the entries in order
	 * @see ScriptEntry#parse(String)
	 */
	String[] script() default {};

	/**
	 * Region that the emulator stands for.
	 * @return the region
	 */
	String region() default "us-east-1";

	/**
	 * Pace of streams in tokens a second; 0 sends as fast as the client reads.
	 * @return the pace
	 * @see BedrockRuntimeEmulatorBuilder#tokensPerSecond(double)
	 */
	double tokensPerSecond() default 0;

	/**
	 * Whether the test class shares its context and its emulator with no other class, as
	 * is needed where classes with the same configuration run at the same time.
	 * @return whether the context is not shared
	 */
	boolean isolated() default false;

}
