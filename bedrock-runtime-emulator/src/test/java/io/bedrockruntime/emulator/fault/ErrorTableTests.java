package io.bedrockruntime.emulator.fault;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every error of the service model, and some others, as the response of each operation
 * and inside its stream.
 */
@Tag("exhaustive")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorTableTests {

	private static final String PACKAGE = "io.bedrockruntime.exception.";

	private static FaultRig rig;

	@BeforeAll
	static void start() {
		rig = new FaultRig();
	}

	@AfterAll
	static void stop() {
		rig.close();
	}

	/** All errors of the service model with their status. */
	private static Map<String, Integer> errors() {
		Map<String, Integer> errors = new LinkedHashMap<>();
		contract().path("shapes").properties().forEach((entry) -> {
			if (entry.getValue().path("kind").asString("").equals("error")) {
				errors.put(entry.getKey(), entry.getValue().path("httpError").asInt(0));
			}
		});
		assertThat(errors).hasSize(12);
		return errors;
	}

	private static JsonNode contract() {
		try (InputStream resource = ServiceModel.class.getResourceAsStream("bedrock-runtime-api.json")) {
			return Json.read(resource.readAllBytes());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Stream<Arguments> answers() {
		List<Arguments> arguments = new ArrayList<>();
		Cell.all().forEach((cell) -> {
			for (JsonNode error : contract().path("operations").path(cell.operation().awsName).path("errors")) {
				String name = error.asString("");
				Reply.Placement[] placements = { Reply.Placement.HEADER, Reply.Placement.TYPE_MEMBER,
						Reply.Placement.CODE_MEMBER };
				arguments.add(arguments(cell, errors().get(name), name,
						placements[arguments.size() % placements.length], PACKAGE + name));
			}
			arguments.add(arguments(cell, 403, "ExpiredTokenException", Reply.Placement.HEADER,
					PACKAGE + "BedrockRuntimeServiceException"));
			arguments.add(arguments(cell, 418, "SomethingNewException", Reply.Placement.TYPE_MEMBER,
					PACKAGE + "BedrockRuntimeServiceException"));
			arguments
				.add(arguments(cell, 500, null, Reply.Placement.NOWHERE, PACKAGE + "BedrockRuntimeServiceException"));
		});
		return arguments.stream();
	}

	@ParameterizedTest
	@MethodSource("answers")
	void whenResponseIsAnErrorThenItHasItsTypeAndAllThatItReports(Cell cell, int status, String code,
			Reply.Placement placement, String type) throws ClassNotFoundException {
		Reply reply = new Reply.Error(status, (code != null) ? code : "", "It says so.", placement, List.of());
		FaultRow.of(code, reply).failsWith((any) -> true, Class.forName(type).asSubclass(Throwable.class), (ex) -> {
			BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
			assertThat(error.statusCode()).isEqualTo(status);
			assertThat(error.errorCode()).isEqualTo(code);
			assertThat(error.serviceMessage()).isEqualTo("It says so.");
			assertThat(error.requestId()).hasSize(36);
			assertThat(error.operation()).isEqualTo(cell.operation().awsName);
			assertThat(error.error().inStream()).isFalse();
		}).check(rig, cell);
	}

	static Stream<Arguments> frames() {
		List<Arguments> arguments = new ArrayList<>();
		Cell.all().filter(Cell::isStream).forEach((cell) -> {
			for (int events : new int[] { 0, 2 }) {
				errors().forEach((name, status) -> {
					String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
					String written = (arguments.size() % 3 == 0) ? name : member;
					arguments.add(arguments(cell, new Fault.ExceptionAfterEvents(events, written), events, status, name,
							PACKAGE + name));
				});
				arguments.add(arguments(cell, new Fault.ExceptionAfterEvents(events, "somethingNewException"), events,
						500, "somethingNewException", PACKAGE + "BedrockRuntimeServiceException"));
				arguments.add(arguments(cell, new Fault.ErrorAfterEvents(events, "InternalFailure", "It broke."),
						events, 500, "InternalFailure", PACKAGE + "BedrockRuntimeServiceException"));
				arguments.add(arguments(cell, new Fault.ErrorAfterEvents(events, "ThrottlingException", "Slow down."),
						events, 429, "ThrottlingException", PACKAGE + "ThrottlingException"));
			}
		});
		return arguments.stream();
	}

	@ParameterizedTest
	@MethodSource("frames")
	void whenErrorComesInTheStreamThenItHasItsTypeBehindWhatCameBefore(Cell cell, Fault fault, int events, int status,
			String code, String type) throws ClassNotFoundException {
		Class<?> expected = Class.forName(type);
		FaultRow.of(code, fault).expect((any) -> true, (outcome, whole) -> {
			FaultRow.checkPrefix(outcome.values(), whole, events);
			assertThat(outcome.failure()).isExactlyInstanceOf(expected);
			BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) outcome.failure();
			assertThat(error.statusCode()).isEqualTo(status);
			assertThat(error.errorCode()).isEqualTo(code);
			assertThat(error.serviceMessage()).isNotBlank();
			assertThat(error.requestId()).hasSize(36);
			assertThat(error.error().inStream()).isTrue();
		}).check(rig, cell);
	}

	@ParameterizedTest
	@MethodSource("io.bedrockruntime.emulator.fault.Cell#all")
	void whenServiceIsUnavailableTwiceThenRetriesSucceedOnce(Cell cell) {
		rig.emulator.reset();
		List<Object> whole = rig.whole(cell.operation());
		rig.emulator.reset();
		rig.emulator.script()
			.add(ScriptEntry.of(new Reply.Error(503, "ServiceUnavailableException", "Busy.")).times(2))
			.text(FaultRig.TEXT);
		try (FaultRig.Client client = new FaultRig.Client(rig, cell.protocol(), rig.emulator.endpoint(),
				Timeouts.defaults(), (builder) -> builder.retries(RetrySettings.standard()))) {
			FaultRig.Outcome outcome = client.call(cell);
			assertThat(outcome.failure()).isNull();
			assertThat(outcome.values()).isEqualTo(whole);
			assertThat(rig.emulator.requests()).hasSize(3);
			Poll.until(() -> client.inUse() == 0);
			outcome.checkSignals();
		}
	}

}
