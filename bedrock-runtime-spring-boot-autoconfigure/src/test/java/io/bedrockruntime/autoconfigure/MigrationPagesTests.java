package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.test.tools.SourceFile;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles the Java code of the migration pages, and looks up the exceptions that they
 * name.
 */
class MigrationPagesTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final String SDK_PAGE = "migration-from-the-aws-sdk.md";

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```java ?([\\w-]*)\\n(.*?)^```$");

	private static final Pattern EXCEPTION = Pattern.compile("`(\\w+Exception)`");

	private static final String ANY = """
			import java.net.URI;
			import java.nio.file.Path;
			import java.time.Duration;
			import java.util.*;
			import software.amazon.awssdk.auth.credentials.*;
			""";

	/** Surroundings of a block, by the word after its language. */
	private static final Map<String, String> SURROUNDINGS = Map.of("", """
			import io.bedrockruntime.*;
			import io.bedrockruntime.exception.*;
			import io.bedrockruntime.model.*;
			import io.bedrockruntime.model.asyncinvoke.*;
			import io.bedrockruntime.model.content.*;
			import io.bedrockruntime.model.converse.*;
			import io.bedrockruntime.model.converse.stream.*;
			import io.bedrockruntime.model.guardrail.*;
			import io.bedrockruntime.model.invoke.*;
			import io.bedrockruntime.model.tool.*;
			import io.bedrockruntime.settings.*;
			import io.bedrockruntime.stream.*;
			import io.bedrockruntime.structured.*;
			import io.bedrockruntime.tool.*;
			import reactor.core.publisher.Flux;
			import tools.jackson.databind.JsonNode;
			import tools.jackson.databind.json.JsonMapper;

			abstract class %s {
				BedrockRuntimeOperations bedrock;
				ReactiveBedrockRuntimeOperations reactive;
				JsonNode input;
			""", "sdk", """
			import software.amazon.awssdk.core.SdkBytes;
			import software.amazon.awssdk.core.document.Document;
			import software.amazon.awssdk.core.exception.*;
			import software.amazon.awssdk.core.retry.RetryMode;
			import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
			import software.amazon.awssdk.regions.Region;
			import software.amazon.awssdk.services.bedrockruntime.*;
			import software.amazon.awssdk.services.bedrockruntime.model.*;

			abstract class %s {
				BedrockRuntimeClient client;
				BedrockRuntimeAsyncClient asyncClient;
			""");

	@ParameterizedTest
	@ValueSource(strings = { SDK_PAGE, "migration-from-spring-ai.md" })
	void shouldCompile(String page) throws IOException {
		List<MatchResult> blocks = blocks(page).toList();
		assertThat(blocks).filteredOn((block) -> block.group(1).isEmpty()).hasSizeGreaterThan(7);
		assertThat(blocks).extracting((block) -> block.group(1))
			.containsOnly("", page.equals(SDK_PAGE) ? "sdk" : "spring-ai");
		List<SourceFile> sources = new ArrayList<>();
		for (MatchResult block : blocks) {
			String surroundings = SURROUNDINGS.get(block.group(1));
			if (surroundings != null) {
				sources.add(source("Block" + sources.size(), surroundings, block.group(2)));
			}
		}
		TestCompiler.forSystem().withSources(sources).compile((compiled) -> {
		});
	}

	private static SourceFile source(String name, String surroundings, String code) {
		return SourceFile.of("package migration;\n" + ANY + surroundings.formatted(name) + """
					String modelId;
					Weather weather;
					interface Weather { String in(String city); }
					void run() throws Exception {
				""" + code + "\n}\n}\n");
	}

	@Test
	void shouldNameExceptionsThatThereAre() throws IOException {
		List<String[]> rows = Files.readAllLines(DOCS.resolve(SDK_PAGE))
			.stream()
			.map((line) -> line.split("\\|"))
			.filter((cells) -> cells.length > 2 && cells[1].matches(" `\\w+Exception`.*"))
			.toList();
		assertThat(rows).hasSizeGreaterThan(15).allSatisfy((cells) -> {
			assertThat(exceptions(cells[1])).allMatch((name) -> isIn(name, "software.amazon.awssdk.core.exception",
					"software.amazon.awssdk.services.bedrockruntime.model"));
			assertThat(exceptions(cells[2])).isNotEmpty().allMatch((name) -> isIn(name, "io.bedrockruntime.exception"));
		});
	}

	private static List<String> exceptions(String cell) {
		return EXCEPTION.matcher(cell).results().map((match) -> match.group(1)).toList();
	}

	private static boolean isIn(String name, String... packages) {
		return Stream.of(packages).anyMatch((part) -> ClassUtils.isPresent(part + "." + name, null));
	}

	private static Stream<MatchResult> blocks(String page) throws IOException {
		return BLOCK.matcher(Files.readString(DOCS.resolve(page)).replace("\r\n", "\n")).results();
	}

}
