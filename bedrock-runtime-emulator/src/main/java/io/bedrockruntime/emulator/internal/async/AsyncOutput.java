package io.bedrockruntime.emulator.internal.async;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.internal.support.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * Folder that replaces S3.
 */
public final class AsyncOutput {

	private static final Pattern S3_URI = Pattern
		.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9!_.*'()/ -]*))?");

	private final @Nullable Path given;

	private @Nullable Path temporary;

	public AsyncOutput(@Nullable Path given) {
		this.given = given;
	}

	public synchronized Path folder() {
		if (this.given != null) {
			return this.given;
		}
		if (this.temporary == null) {
			try {
				this.temporary = Files.createTempDirectory("bedrock-runtime-emulator");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.temporary;
	}

	/** Return whether a URI resolves to a path within the folder. */
	public static boolean isValid(String s3Uri) {
		Matcher matcher = S3_URI.matcher(s3Uri);
		return matcher.matches() && !List.of(s3Uri.substring("s3://".length()).split("/")).contains("..")
				&& !matcher.group(1).contains("..");
	}

	void write(AsyncInvocation invocation) throws IOException {
		Matcher matcher = S3_URI.matcher(invocation.s3Uri());
		if (!matcher.matches()) {
			throw new IOException("not an S3 URI");
		}
		String prefix = (matcher.group(2) != null) ? matcher.group(2).replaceAll("^/+", "") : "";
		Path folder = folder().resolve(matcher.group(1)).resolve(prefix).resolve(invocation.id());
		Files.createDirectories(folder);
		byte[] output = Json.bytes(invocation.output());
		Files.write(folder.resolve("output.json"), output);
		ArrayNode files = Json.array(Json.object().put("path", "output.json").put("sizeBytes", output.length));
		Files.write(folder.resolve("manifest.json"),
				Json.bytes(Json.object().put("invocationArn", invocation.arn()).set("files", files)));
	}

	/** Delete the temporary folder; a configured folder is kept. */
	public synchronized void close() {
		if (this.temporary == null) {
			return;
		}
		try (Stream<Path> paths = Files.walk(this.temporary)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.temporary = null;
	}

}
