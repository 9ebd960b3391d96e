package io.bedrockruntime.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All prose of this repository that a person is meant to read.
 */
final class Prose {

	private static final List<String> MODULES_WITH_MESSAGES = List.of("bedrock-runtime-core",
			"bedrock-runtime-spring-boot-autoconfigure", "bedrock-runtime-emulator");

	private static final Pattern DESCRIPTION = Pattern.compile("\"description\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"");

	private static final Pattern XML_COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);

	private Prose() {
	}

	static List<Passage> all() {
		List<Passage> all = new ArrayList<>();
		javaTexts().forEach((text) -> all.addAll(text.comments()));
		MODULES_WITH_MESSAGES.stream()
			.flatMap((module) -> Repository.javaFiles(module, "main").stream())
			.forEach((file) -> all.addAll(javaText(file).messages()));
		markdown().forEach((page) -> all.add(page.prose()));
		Repository.modules()
			.stream()
			.flatMap((module) -> Repository.propertyMetadata(module).stream())
			.forEach((file) -> all.addAll(passages(file, DESCRIPTION)));
		Repository.poms().forEach((file) -> all.addAll(passages(file, XML_COMMENT)));
		return all;
	}

	static List<JavaText> javaTexts() {
		return Repository.modules()
			.stream()
			.flatMap((module) -> Stream.of("main", "test")
				.flatMap((tree) -> Repository.javaFiles(module, tree).stream()))
			.map(Prose::javaText)
			.toList();
	}

	static List<Markdown> markdown() {
		return Repository.markdownFiles()
			.stream()
			.map((file) -> new Markdown(Repository.nameOf(file), Repository.read(file)))
			.toList();
	}

	private static JavaText javaText(Path file) {
		return new JavaText(Repository.nameOf(file), Repository.read(file));
	}

	private static List<Passage> passages(Path file, Pattern pattern) {
		String text = Repository.read(file);
		Passage complete = new Passage(Repository.nameOf(file), 1, text);
		Matcher matcher = pattern.matcher(text);
		List<Passage> found = new ArrayList<>();
		while (matcher.find()) {
			String location = complete.locationOf(matcher.start(1));
			int line = Integer.parseInt(location.substring(location.lastIndexOf(':') + 1));
			found.add(new Passage(complete.file(), line, JavaText.blanked(matcher.group(1), "`[^`]*+`")));
		}
		return found;
	}

}
