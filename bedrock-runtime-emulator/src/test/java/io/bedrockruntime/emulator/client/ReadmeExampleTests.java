package io.bedrockruntime.emulator.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.stream.BidirectionalStreamSession;
import io.bedrockruntime.stream.EventStream;
import io.bedrockruntime.tool.ToolFunctions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The examples of the README, verbatim.
 */
class ReadmeExampleTests {

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();

	private ReactiveBedrockRuntimeTemplate reactive;

	private BedrockRuntimeOperations bedrock;

	@TempDir
	private Path files;

	@BeforeEach
	void start() {
		this.reactive = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(this.emulator.accessKeyId(), this.emulator.secretAccessKey())))
			.requestDefaults(RequestDefaults.none().withModelId("eu.amazon.nova-2-lite-v1:0"))
			.build();
		this.bedrock = new BedrockRuntimeTemplate(this.reactive);
	}

	@AfterEach
	void stop() {
		this.reactive.close();
		this.emulator.close();
	}

	@Test
	void summary() {
		assertThat(
				this.bedrock.converse((request) -> request.system("Summarise in one sentence.").user("Rivers")).text())
			.contains("Rivers");
		assertThat(this.bedrock.converse("Why is the sky blue?").text()).contains("sky");
	}

	@Test
	void answer() {
		String text = this.reactive.converseStream((request) -> request.user("Why?"))
			.map(ConverseStreamOutput::text)
			.filter((piece) -> !piece.isEmpty())
			.reduce(String::concat)
			.block();
		assertThat(text).contains("Why?");
	}

	@Test
	void invocation() {
		String json = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}";
		assertThat(this.bedrock.invokeModel((request) -> request.body(json)).body().asUtf8String()).contains("Hello");
		try (var events = this.bedrock.invokeModelWithResponseStream((request) -> request.body(json))) {
			assertThat(events).isNotEmpty();
		}
	}

	@Test
	void toolsAndMedia() throws IOException {
		Path image = Files.write(this.files.resolve("page.png"), new byte[] { 1 });
		Path document = Files.write(this.files.resolve("report.pdf"), new byte[] { 2 });
		List<String> cities = new ArrayList<>();
		ToolFunctions tools = ToolFunctions.builder()
			.tool("get_weather", "The weather in a city", Place.class, (place) -> {
				cities.add(place.city());
				return new Weather(21);
			})
			.build();
		ConverseRequest request = ConverseRequest.builder("eu.anthropic.claude-sonnet-4-5-20250929-v1:0")
			.system("You are a careful analyst.")
			.user(ContentBlock.text("What is on this page, and what does get_weather say?"),
					ContentBlock.image(ImageBlock.from(image)), ContentBlock.document(DocumentBlock.from(document)))
			.build();
		String text = tools.converse(this.bedrock, request, 10).text();
		assertThat(text).contains("celsius");
		assertThat(cities).hasSize(1);
	}

	@Test
	void typedAnswer() {
		City city = this.bedrock.converse((request) -> request.user("Tell me about Rome"), City.class).value();
		assertThat(city.sights()).isNotNull();
	}

	@Test
	void gatheredStream() {
		StringBuilder shown = new StringBuilder();
		ConverseResponse response = this.bedrock.aggregateConverseStream(
				ConverseStreamRequest.of("eu.amazon.nova-2-lite-v1:0", "Why?"), (event) -> shown.append(event.text()));
		assertThat(response.text()).isEqualTo(shown.toString()).contains("Why?");
	}

	@Test
	void bothDirections() throws Exception {
		Flux<Blob> microphone = Flux.just(Blob.ofUtf8("one"), Blob.ofUtf8("two"));
		InvokeModelWithBidirectionalStreamRequest request = new InvokeModelWithBidirectionalStreamRequest(
				"emulated.echo-v1:0");
		Flux<Blob> speech = this.reactive
			.invokeModelWithBidirectionalStream(request, microphone.map(InvokeModelWithBidirectionalStreamInput::chunk))
			.map(InvokeModelWithBidirectionalStreamOutput::bytes);
		assertThat(speech.collectList().block()).hasSize(2);
		List<Blob> events = List.of(Blob.ofUtf8("three"));
		List<Blob> played = new ArrayList<>();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (BidirectionalStreamSession session = this.bedrock.invokeModelWithBidirectionalStream(request)) {
			Future<?> sending = executor.submit(() -> {
				events.forEach(session::send);
				session.completeInput();
			});
			session.forEach((event) -> played.add(event.bytes()));
			sending.get();
		}
		finally {
			executor.shutdown();
		}
		assertThat(played).containsExactly(Blob.ofUtf8("three"));
	}

	@Test
	void blockingStream() {
		StringBuilder text = new StringBuilder();
		List<String> requestIds = new ArrayList<>();
		try (EventStream<ConverseStreamOutput> events = this.bedrock.converseStream(
				ConverseStreamRequest.of("eu.amazon.nova-2-lite-v1:0", "Why?"),
				(response) -> requestIds.add(response.responseMetadata().requestId()))) {
			for (ConverseStreamOutput event : events) {
				text.append(event.text());
			}
		}
		assertThat(text).contains("Why?");
		assertThat(requestIds).singleElement().asString().hasSize(36);
	}

	@Test
	void scripts() {
		this.emulator.script().text("Forty-two.");
		this.emulator.script().fault(new Fault.ResetAfterEvents(3));
		assertThat(this.bedrock.converse("What?").text()).isEqualTo("Forty-two.");
		assertThatExceptionOfType(ConnectionResetException.class)
			.isThrownBy(() -> this.bedrock.converseStream("What?").stream().count());
	}

	@Test
	void entriesOfTheCommandLine() throws IOException {
		Matcher entries = Pattern.compile("--fault '([^']+)'")
			.matcher(Files.readString(Path.of("../docs/emulator.md")));
		assertThat(entries.results().map((entry) -> ScriptEntry.parse(entry.group(1))).toList()).hasSize(4);
	}

	record Place(String city) {
	}

	record Weather(int celsius) {
	}

	record City(String name, int inhabitants, List<String> sights) {
	}

}
