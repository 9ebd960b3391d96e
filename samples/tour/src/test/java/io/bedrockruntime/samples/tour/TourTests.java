package io.bedrockruntime.samples.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TourTests {

	/** The only thing in the output that differs from one tour to the next. */
	private static final String REQUEST_ID = "\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b";

	private static final String SAME_REQUEST_ID = "00000000-0000-0000-0000-000000000000";

	@Test
	void shouldTellWhatWasAskedAndWhatCameBack(CapturedOutput output) throws IOException {
		assertThat(run()).isZero();
		assertThat(normalized(output.getOut())).isEqualTo(approved());
		assertThat(output.getErr()).isEmpty();
		assertThat(output.getOut().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void shouldStopAtEveryOperationOfTheService() throws IOException {
		try (ConfigurableApplicationContext context = start("CountTokens")) {
			List<String> stops = context.getBeanProvider(OperationExample.class)
				.orderedStream()
				.map((stop) -> stop.operation() + " " + stop.http())
				.toList();
			assertThat(stops).containsExactlyInAnyOrderElementsOf(operations());
		}
	}

	@Test
	void whenOperationsAreNamedThenNoOtherIsVisited(CapturedOutput output) {
		assertThat(run("InvokeGuardrailChecks", "CountTokens")).isZero();
		assertThat(output)
			.contains(" 3  CountTokens ", " 8  InvokeGuardrailChecks ", "2 of 11 operations seen, none failed.")
			.doesNotContain(" 1  Converse ");
	}

	@Test
	void whenOperationIsNotKnownThenSaysSoAndFails(CapturedOutput output) {
		assertThat(run("CountTockens")).isOne();
		assertThat(output).contains("There is no operation 'CountTockens'. There are Converse, ConverseStream,");
	}

	@Test
	void whenAStopFailsThenSaysWhyAndGoesOnAndFails(CapturedOutput output) {
		assertThat(run("ApplyGuardrail", "InvokeGuardrailChecks", "--tour.guardrail-identifier=nobody")).isOne();
		assertThat(output.getOut().lines()).anySatisfy((line) -> assertThat(line).startsWith("FAILED    ")
			.contains("ResourceNotFoundException: ApplyGuardrail failed"));
		assertThat(output).contains("PROMPT_INJECTION: severity 0.95",
				"1 of 11 operations seen, FAILED: ApplyGuardrail.");
	}

	@Test
	void whenOnAwsWithoutGuardrailAndBucketThenSaysWhatIsMissing(CapturedOutput output) {
		assertThat(run("ApplyGuardrail", "StartAsyncInvoke", "GetAsyncInvoke", "--spring.profiles.active=aws",
				"--bedrock.runtime.region=eu-central-1"))
			.isZero();
		assertThat(output).contains("Answers come from Amazon Bedrock, and are billed.",
				"left out  To see it, set the property 'tour.guardrail-identifier'.",
				"left out  To see it, set the property 'tour.s3-uri'.", "0 of 11 operations seen, none failed.");
	}

	@Test
	void shouldRunFromTheCommandLine() throws Exception {
		Result tour = main("ConverseStream", "CountTokens");
		assertThat(tour.output()).contains(" 2  ConverseStream ", "2 of 11 operations seen, none failed.")
			.doesNotContain("Exception", "\u001b");
		assertThat(tour.exitCode()).isZero();
	}

	@Test
	void whenItFailsThenExitCodeIsNotZero() throws Exception {
		Result tour = main("ApplyGuardrail", "--tour.guardrail-identifier=nobody");
		assertThat(tour.output()).contains("FAILED: ApplyGuardrail.");
		assertThat(tour.exitCode()).isOne();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.output.ansi.enabled=never");
		SpringApplication application = new SpringApplication(TourApplication.class);
		// Not what the stack has for a main class: what was processed ahead of time goes
		// by its name.
		application.setMainApplicationClass(TourApplication.class);
		return application.run(all.toArray(String[]::new));
	}

	private static int run(String... arguments) {
		return SpringApplication.exit(start(arguments));
	}

	private static Result main(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Dspring.aot.enabled=" + AotDetector.useGeneratedArtifacts(), "-cp",
						System.getProperty("java.class.path"), TourApplication.class.getName()));
		command.addAll(List.of(arguments));
		Path output = Path.of("target", "main-output.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return new Result(process.exitValue(), Files.readString(output));
	}

	private static String normalized(String text) {
		return text.replaceAll(REQUEST_ID, SAME_REQUEST_ID).replace("\r\n", "\n");
	}

	private static String approved() throws IOException {
		try (InputStream resource = TourTests.class.getResourceAsStream("/tour.txt")) {
			assertThat(resource).isNotNull();
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
	}

	private static List<String> operations() throws IOException {
		try (InputStream contract = BedrockRuntimeEmulator.class.getResourceAsStream("bedrock-runtime-api.json")) {
			JsonNode operations = JsonMapper.shared().readTree(contract).path("operations");
			assertThat(operations).hasSizeGreaterThanOrEqualTo(11);
			return operations.properties()
				.stream()
				.map((entry) -> entry.getKey() + " " + entry.getValue().path("method").asString() + " "
						+ entry.getValue().path("path").asString())
				.toList();
		}
	}

	private record Result(int exitCode, String output) {

	}

}
