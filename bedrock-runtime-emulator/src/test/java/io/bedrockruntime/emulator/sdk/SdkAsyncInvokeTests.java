package io.bedrockruntime.emulator.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.testing.MovableClock;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AsyncInvokeOutputDataConfig;
import software.amazon.awssdk.services.bedrockruntime.model.AsyncInvokeStatus;
import software.amazon.awssdk.services.bedrockruntime.model.AsyncInvokeSummary;
import software.amazon.awssdk.services.bedrockruntime.model.ConflictException;
import software.amazon.awssdk.services.bedrockruntime.model.GetAsyncInvokeResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ListAsyncInvokesRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ListAsyncInvokesResponse;
import software.amazon.awssdk.services.bedrockruntime.model.SortAsyncInvocationBy;
import software.amazon.awssdk.services.bedrockruntime.model.SortOrder;
import software.amazon.awssdk.services.bedrockruntime.model.StartAsyncInvokeRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SdkAsyncInvokeTests {

	private static final String REEL = "amazon.nova-reel-v1:1";

	private final MovableClock clock = new MovableClock();

	@TempDir
	private Path folder;

	private BedrockRuntimeEmulator emulator;

	private BedrockRuntimeClient client;

	@BeforeEach
	void start() {
		this.emulator = BedrockRuntimeEmulator.builder()
			.clock(this.clock)
			.asyncDuration(Duration.ofSeconds(30))
			.asyncOutputFolder(this.folder)
			.start();
		this.client = SdkClients.checked(this.emulator);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.emulator.close();
	}

	@Test
	void whenTimeIsOverThenItIsCompletedAndItsOutputIsThere() throws IOException {
		Instant submitted = this.clock.instant();
		String arn = start("A river in the morning");
		assertThat(arn).matches("arn:aws:bedrock:us-east-1:123456789012:async-invoke/[a-z0-9]{12}");
		this.clock.moveOn(Duration.ofSeconds(29));
		GetAsyncInvokeResponse running = get(arn);
		assertThat(running.status()).isEqualTo(AsyncInvokeStatus.IN_PROGRESS);
		assertThat(running.submitTime()).isEqualTo(submitted);
		assertThat(running.endTime()).isNull();
		assertThat(running.modelArn()).isEqualTo("arn:aws:bedrock:us-east-1::foundation-model/" + REEL);
		assertThat(running.clientRequestToken()).isNotBlank();
		assertThat(this.folder).isEmptyDirectory();
		this.clock.moveOn(Duration.ofSeconds(1));
		GetAsyncInvokeResponse completed = get(arn);
		assertThat(completed.status()).isEqualTo(AsyncInvokeStatus.COMPLETED);
		assertThat(completed.endTime()).isEqualTo(submitted.plusSeconds(30));
		assertThat(completed.lastModifiedTime()).isEqualTo(completed.endTime());
		assertThat(completed.outputDataConfig().s3OutputDataConfig().s3Uri()).isEqualTo("s3://videos/of/rivers/");
		Path output = this.folder.resolve("videos/of/rivers").resolve(arn.substring(arn.lastIndexOf('/') + 1));
		JsonNode json = Json.read(Files.readAllBytes(output.resolve("output.json")));
		assertThat(json.path("text").asString()).contains("> TEXT_VIDEO A river in the morning");
		JsonNode manifest = Json.read(Files.readAllBytes(output.resolve("manifest.json")));
		assertThat(manifest.path("invocationArn").asString()).isEqualTo(arn);
		assertThat(manifest.at("/files/0/sizeBytes").asLong()).isEqualTo(Files.size(output.resolve("output.json")));
	}

	@Test
	void whenTokenIsUsedAgainThenItIsTheSameInvocationOrAConflict() {
		StartAsyncInvokeRequest request = request("A river").toBuilder().clientRequestToken("token-1").build();
		String arn = this.client.startAsyncInvoke(request).invocationArn();
		assertThat(this.client.startAsyncInvoke(request).invocationArn()).isEqualTo(arn);
		assertThat(list((all) -> all).asyncInvokeSummaries()).hasSize(1);
		assertThatExceptionOfType(ConflictException.class).isThrownBy(
				() -> this.client.startAsyncInvoke(request.toBuilder().modelId("amazon.nova-lite-v1:0").build()));
		assertThat(start("A river")).isNotEqualTo(arn);
	}

	@Test
	void whenFailureIsScriptedThenItComesWhenTimeIsOver() {
		this.emulator.script().reply(new Reply.AsyncFailure("The video was no good."));
		String arn = start("A river");
		assertThat(get(arn).status()).isEqualTo(AsyncInvokeStatus.IN_PROGRESS);
		assertThat(get(arn).failureMessage()).isNull();
		this.clock.moveOn(Duration.ofSeconds(30));
		assertThat(get(arn).status()).isEqualTo(AsyncInvokeStatus.FAILED);
		assertThat(get(arn).failureMessage()).isEqualTo("The video was no good.");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void whenInputIsEmptyThenItFails() {
		String arn = this.client
			.startAsyncInvoke(request("").toBuilder().modelInput(Document.mapBuilder().build()).build())
			.invocationArn();
		this.clock.moveOn(Duration.ofSeconds(30));
		assertThat(get(arn).status()).isEqualTo(AsyncInvokeStatus.FAILED);
		assertThat(get(arn).failureMessage()).isNotBlank();
	}

	@Test
	void whenTextIsScriptedThenItIsTheOutput() throws IOException {
		this.emulator.script().text("Forty-two.");
		String arn = start("A river");
		this.clock.moveOn(Duration.ofSeconds(30));
		get(arn);
		Path output = this.folder.resolve("videos/of/rivers").resolve(arn.substring(arn.lastIndexOf('/') + 1));
		assertThat(Json.read(Files.readAllBytes(output.resolve("output.json"))).path("text").asString())
			.isEqualTo("Forty-two.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "videos", "s3://", "s3://videos/../../etc", "https://videos", "s3://Up/x", "s3://a..b/x" })
	void whenS3UriIsInvalidThenValidationFails(String s3Uri) {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(
					() -> this.client.startAsyncInvoke(request("a").toBuilder().outputDataConfig(to(s3Uri)).build()))
			.withMessageContaining("S3 URI");
	}

	@Test
	void whenRequestIsNotSoundThenValidationFails() {
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.startAsyncInvoke(request("a").toBuilder().modelId("no model").build()))
			.withMessageContaining("model identifier");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> this.client.startAsyncInvoke(request("a").toBuilder().clientRequestToken("a b").build()))
			.withMessageContaining("clientRequestToken");
		assertThatExceptionOfType(ValidationException.class)
			.isThrownBy(() -> get("arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefghijkl"));
	}

	@Test
	void whenListedThenFiltersAndOrderHold() {
		String first = start("one");
		this.clock.moveOn(Duration.ofSeconds(20));
		Instant between = this.clock.instant().minusSeconds(10);
		String second = start("two");
		String third = start("three");
		this.clock.moveOn(Duration.ofSeconds(10));
		assertThat(arns(list((all) -> all))).containsExactly(third, second, first);
		assertThat(
				arns(list((all) -> all.sortBy(SortAsyncInvocationBy.SUBMISSION_TIME).sortOrder(SortOrder.ASCENDING))))
			.containsExactly(first, second, third);
		assertThat(arns(list((all) -> all.statusEquals(AsyncInvokeStatus.COMPLETED)))).containsExactly(first);
		assertThat(arns(list((all) -> all.statusEquals(AsyncInvokeStatus.FAILED)))).isEmpty();
		assertThat(arns(list((all) -> all.submitTimeAfter(between)))).containsExactly(third, second);
		assertThat(arns(list((all) -> all.submitTimeBefore(between)))).containsExactly(first);
		AsyncInvokeSummary summary = list((all) -> all.submitTimeBefore(between)).asyncInvokeSummaries().get(0);
		assertThat(summary.endTime()).isEqualTo(get(first).endTime());
		assertThat(summary.outputDataConfig()).isEqualTo(get(first).outputDataConfig());
	}

	@Test
	void whenListedInPagesThenTheyMakeUpTheCompleteList() {
		List<String> started = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			started.add(0, start("number " + i));
		}
		List<String> paged = new ArrayList<>();
		this.client.listAsyncInvokesPaginator((request) -> request.maxResults(2))
			.forEach((page) -> paged.addAll(arns(page)));
		assertThat(paged).isEqualTo(started);
		String token = list((all) -> all.statusEquals(AsyncInvokeStatus.IN_PROGRESS).maxResults(2)).nextToken();
		this.clock.moveOn(Duration.ofSeconds(30));
		String last = start("last");
		assertThat(arns(list((all) -> all.statusEquals(AsyncInvokeStatus.IN_PROGRESS).nextToken(token)))).isEmpty();
		assertThat(arns(list((all) -> all.statusEquals(AsyncInvokeStatus.IN_PROGRESS)))).containsExactly(last);
		assertThat(list((all) -> all.maxResults(6)).nextToken()).isNull();
		for (String bad : List.of("x", token + "A", token)) {
			assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> list((all) -> all.nextToken(bad)))
				.withMessageContaining("nextToken");
		}
	}

	@Test
	void whenQueryIsNotSoundThenValidationFails() {
		for (UnaryOperator<ListAsyncInvokesRequest.Builder> bad : List.<UnaryOperator<ListAsyncInvokesRequest.Builder>>of(
				(all) -> all.maxResults(0), (all) -> all.maxResults(1001), (all) -> all.statusEquals("Done"),
				(all) -> all.sortOrder("Up"))) {
			assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> list(bad))
				.withMessageContaining("1 validation error detected");
		}
	}

	@Test
	void whenNoFolderIsGivenThenItGoesWithTheEmulator() throws IOException {
		Path temporary;
		try (BedrockRuntimeEmulator other = BedrockRuntimeEmulator.builder().asyncDuration(Duration.ZERO).start();
				BedrockRuntimeClient otherClient = SdkClients.checked(other)) {
			String arn = otherClient.startAsyncInvoke(request("A river")).invocationArn();
			assertThat(otherClient.getAsyncInvoke((request) -> request.invocationArn(arn)).status())
				.isEqualTo(AsyncInvokeStatus.COMPLETED);
			temporary = other.asyncOutputFolder();
			assertThat(temporary.resolve("videos/of/rivers")).isNotEmptyDirectory();
			other.reset();
			assertThat(otherClient.listAsyncInvokes((all) -> all.maxResults(9)).asyncInvokeSummaries()).isEmpty();
		}
		assertThat(temporary).doesNotExist();
		this.emulator.close();
		assertThat(this.folder).exists();
	}

	private String start(String text) {
		return this.client.startAsyncInvoke(request(text)).invocationArn();
	}

	private GetAsyncInvokeResponse get(String arn) {
		return this.client.getAsyncInvoke((request) -> request.invocationArn(arn));
	}

	private ListAsyncInvokesResponse list(UnaryOperator<ListAsyncInvokesRequest.Builder> request) {
		return this.client.listAsyncInvokes(request.apply(ListAsyncInvokesRequest.builder()).build());
	}

	private static List<String> arns(ListAsyncInvokesResponse response) {
		return response.asyncInvokeSummaries().stream().map(AsyncInvokeSummary::invocationArn).toList();
	}

	private static StartAsyncInvokeRequest request(String text) {
		return StartAsyncInvokeRequest.builder()
			.modelId(REEL)
			.modelInput(Document.mapBuilder()
				.putString("taskType", "TEXT_VIDEO")
				.putDocument("textToVideoParams", Document.mapBuilder().putString("text", text).build())
				.build())
			.outputDataConfig(to("s3://videos/of/rivers/"))
			.build();
	}

	private static AsyncInvokeOutputDataConfig to(String s3Uri) {
		return AsyncInvokeOutputDataConfig.fromS3OutputDataConfig((config) -> config.s3Uri(s3Uri));
	}

}
