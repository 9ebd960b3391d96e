package io.bedrockruntime.emulator.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RequestDefaults;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import io.bedrockruntime.structured.StructuredResponse;
import io.bedrockruntime.structured.StructuredResponseException;
import io.bedrockruntime.tool.ToolFunctions;
import io.bedrockruntime.tool.ToolTurns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Aggregated streams, tools and structured responses over the real wire protocol.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToolsAndStructuredResponsesTests {

	private static final String MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();

	private final List<String> cities = new ArrayList<>();

	private final ToolFunctions tools = ToolFunctions.builder()
		.tool("get_weather", "The weather in a city", Place.class, (place) -> {
			this.cities.add(place.city());
			return new Weather(place.city(), 30);
		})
		.reactiveTool("get_time", "The time in a city", Place.class, (place) -> Mono.error(new Exception("secret")))
		.build();

	private ReactiveBedrockRuntimeTemplate reactive;

	private BedrockRuntimeOperations bedrock;

	@BeforeEach
	void start() {
		this.reactive = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(this.emulator.accessKeyId(), this.emulator.secretAccessKey())))
			.requestDefaults(RequestDefaults.none().withModelId(MODEL))
			.build();
		this.bedrock = new BedrockRuntimeTemplate(this.reactive);
	}

	@AfterEach
	void stop() {
		this.reactive.close();
		this.emulator.close();
	}

	@Test
	void shouldResponseTools() {
		ConverseRequest request = ConverseRequest.of(MODEL, "What does get_weather say of Rome?");
		ToolTurns turns = this.tools.converse(this.bedrock, request, 5);
		assertThat(turns.responses()).hasSize(2);
		assertThat(turns.text()).contains("30");
		assertThat(this.tools.converse(this.reactive, request, 5).block().text()).isEqualTo(turns.text());
		assertThat(this.cities).containsExactly("Rome", "Rome");
		ToolTurns failed = this.tools.converse(this.bedrock,
				ConverseRequest.of(MODEL, "What does get_time say of Rome?"), 5);
		assertThat(failed.responses()).hasSize(2);
		assertThat(failed.text()).doesNotContain("secret");
	}

	@Test
	void shouldResponseToolsOfAStream() {
		ConverseStreamRequest request = ConverseStreamRequest.builder(MODEL)
			.user("What does get_weather say of Rome?")
			.toolConfig(this.tools.toolConfiguration())
			.build();
		List<ConverseStreamOutput> events = new ArrayList<>();
		ConverseResponse response = this.bedrock.aggregateConverseStream(request, events::add);
		while (this.tools.isRequested(response)) {
			request = this.tools.answer(request, response);
			response = this.bedrock.aggregateConverseStream(request, events::add);
		}
		assertThat(response.text()).contains("30");
		List<ConverseStreamOutput> streamed = this.tools.converseStream(this.reactive,
				ConverseStreamRequest.of(MODEL, "What does get_weather say of Rome?"), 5, (turns) -> {
				})
			.collectList()
			.block();
		assertThat(streamed.stream().map(ConverseStreamOutput::text).toList())
			.isEqualTo(events.stream().map(ConverseStreamOutput::text).toList());
		assertThat(this.cities).containsExactly("Rome", "Rome");
	}

	@Test
	void whenAggregatedThenIsWhatConverseResponds() {
		ConverseRequest request = ConverseRequest.of(MODEL, "What does get_weather say of Rome? Write 300 words")
			.toBuilder()
			.toolConfig(this.tools.toolConfiguration())
			.build();
		ConverseResponse whole = this.bedrock.converse(request);
		ConverseResponse aggregated = ConverseStreamAggregator
			.aggregate(this.bedrock.converseStream(ConverseStreamRequest.from(request)));
		assertThat(aggregated.toolUses()).extracting("name", "input")
			.isEqualTo(whole.toolUses()
				.stream()
				.map((use) -> org.assertj.core.groups.Tuple.tuple(use.name(), use.input()))
				.toList());
		assertThat(aggregated.text()).isEqualTo(whole.text());
		assertThat(aggregated.stopReason()).isEqualTo(whole.stopReason());
		assertThat(aggregated.usage()).isEqualTo(whole.usage());
	}

	@Test
	void whenStreamBreaksThenWhatCameIsThere() {
		this.emulator.script().text("One two three four five six seven eight nine ten");
		this.emulator.script().fault(new Fault.ResetAfterEvents(4));
		this.bedrock.aggregateConverseStream(ConverseStreamRequest.of(MODEL, "a"), (event) -> {
		});
		ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
		assertThatExceptionOfType(BedrockRuntimeException.class).isThrownBy(() -> this.reactive
			.converseStream(ConverseStreamRequest.of(MODEL, "Write 300 words"), aggregator::responded)
			.doOnNext(aggregator::accept)
			.blockLast());
		assertThat(aggregator.soFar().text()).isNotEmpty();
		assertThat(aggregator.soFar().responseMetadata().requestId()).isNotNull();
		assertThat(aggregator.isComplete()).isFalse();
	}

	@Test
	void shouldReadResponseAsAType() {
		StructuredResponse<Report> answer = this.bedrock
			.converse((request) -> request.user("Report on the sunny weather of Rome with 30 degrees"), Report.class);
		assertThat(answer.value().weather().degrees()).isEqualTo(30);
		assertThat(answer.value().sky()).isEqualTo(Sky.SUNNY);
		assertThat(answer.value().places()).hasSize(1);
		assertThat(answer.response().usage().outputTokens()).isPositive();
		assertThat(this.reactive.converse(ConverseRequest.of(MODEL, "cloudy"), Sky.class).block().value())
			.isEqualTo(Sky.CLOUDY);
		assertThatExceptionOfType(StructuredResponseException.class)
			.isThrownBy(() -> this.bedrock.converse((request) -> request.user("Rome").maxTokens(1), Report.class))
			.withMessageContaining("max_tokens");
	}

	record Place(String city) {

	}

	record Weather(String city, int degrees) {

	}

	enum Sky {

		SUNNY, CLOUDY

	}

	record Report(Weather weather, Sky sky, List<Place> places, LocalDate day, Optional<String> note) {

	}

}
