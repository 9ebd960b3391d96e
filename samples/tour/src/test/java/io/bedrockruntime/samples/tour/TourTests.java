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

	/** The only part of the output that differs between runs. */
	private static final String REQUEST_ID = "\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b";

	private static final String SAME_REQUEST_ID = "00000000-0000-0000-0000-000000000000";

	@Test
	void shouldPrintRequestsAndResponses(CapturedOutput output) throws IOException {
		assertThat(run()).isZero();
		assertThat(normalized(output.getOut())).isEqualTo(approved());
		assertThat(output.getErr()).isEmpty();
		assertThat(output.getOut().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
	}

	@Test
	void shouldShowEveryOperationOfService() throws IOException {
		try (ConfigurableApplicationContext context = start("CountTokens")) {
			List<String> examples = context.getBeanProvider(OperationExample.class)
				.orderedStream()
				.map((example) -> example.operation() + " " + example.http())
				.toList();
			assertThat(examples).containsExactlyInAnyOrderElementsOf(operations());
		}
	}

	@Test
	void whenOperationsAreNamedThenNoOtherRuns(CapturedOutput output) {
		assertThat(run("InvokeGuardrailChecks", "CountTokens")).isZero();
		assertThat(output)
			.contains(" 3  CountTokens ", " 8  InvokeGuardrailChecks ", "2 of 11 operations completed, none failed.")
			.doesNotContain(" 1  Converse ");
	}

	@Test
	void whenOperationIsUnknownThenFails(CapturedOutput output) {
		assertThat(run("CountTockens")).isOne();
		assertThat(output).contains("Unknown operation 'CountTockens'. Known operations: Converse, ConverseStream,");
	}

	@Test
	void whenExampleFailsThenOthersRunAndTourFails(CapturedOutput output) {
		assertThat(run("ApplyGuardrail", "InvokeGuardrailChecks", "--tour.guardrail-identifier=nobody")).isOne();
		assertThat(output.getOut().lines()).anySatisfy((line) -> assertThat(line).startsWith("FAILED    ")
			.contains("ResourceNotFoundException: ApplyGuardrail failed"));
		assertThat(output).contains("PROMPT_INJECTION: severity 0.95",
				"1 of 11 operations completed, FAILED: ApplyGuardrail.");
	}

	@Test
	void whenOnAwsWithoutGuardrailAndBucketThenMissingPropertiesAreNamed(CapturedOutput output) {
		assertThat(run("ApplyGuardrail", "StartAsyncInvoke", "GetAsyncInvoke", "--spring.profiles.active=aws",
				"--bedrock.runtime.region=eu-central-1"))
			.isZero();
		assertThat(output).contains("Responses come from Amazon Bedrock, and are billed.",
				"skipped   To run it, set the property 'tour.guardrail-identifier'.",
				"skipped   To run it, set the property 'tour.s3-uri'.", "0 of 11 operations completed, none failed.");
	}

	@Test
	void shouldRunFromTheCommandLine() throws Exception {
		Result tour = main("ConverseStream", "CountTokens");
		assertThat(tour.output()).contains(" 2  ConverseStream ", "2 of 11 operations completed, none failed.")
			.doesNotContain("Exception", "\u001b");
		assertThat(tour.exitCode()).isZero();
	}

	@Test
	void whenTourFailsThenExitCodeIsNotZero() throws Exception {
		Result tour = main("ApplyGuardrail", "--tour.guardrail-identifier=nobody");
		assertThat(tour.output()).contains("FAILED: ApplyGuardrail.");
		assertThat(tour.exitCode()).isOne();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--spring.output.ansi.enabled=never");
		SpringApplication application = new SpringApplication(TourApplication.class);
		// Not the main class on the stack, as generated code is named after this one.
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
		try (InputStream contract = BedrockRuntimeEmulator.class
			.getResourceAsStream("internal/service/bedrock-runtime-api.json")) {
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
