package io.bedrockruntime.emulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.settings.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Responses that end after each of their bytes.
 */
@Tag("exhaustive")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryByteTests {

	private static final List<EventStreamMessage> CONVERSE = List.of(
			message("messageStart", "{\"role\":\"assistant\"}"),
			message("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}"),
			message("messageStop", "{\"stopReason\":\"end_turn\"}"),
			message("metadata", "{\"usage\":{\"inputTokens\":1,\"outputTokens\":1,\"totalTokens\":2}}"));

	private static final List<EventStreamMessage> INVOKE = List.of(message("chunk", "{\"bytes\":\"e30=\"}"),
			message("chunk", "{\"bytes\":\"e31=\"}"));

	private static FaultRig rig;

	@BeforeAll
	static void start() {
		rig = new FaultRig();
	}

	@AfterAll
	static void stop() {
		rig.close();
	}

	static Stream<Cell> streams() {
		return Cell.all().filter((cell) -> cell.isStream() && cell.view() == Cell.View.REACTIVE);
	}

	@ParameterizedTest
	@MethodSource("streams")
	void whenStreamEndsInOrderAtAnyByteThenItIsTruncatedAfterItsCompleteEvents(Cell cell) {
		boolean converse = cell.operation() == Cell.Operation.CONVERSE_STREAM;
		List<EventStreamMessage> messages = converse ? CONVERSE : INVOKE;
		List<Integer> borders = borders(messages);
		int length = borders.get(borders.size() - 1);
		for (int bytes = 0; bytes <= length; bytes++) {
			int position = bytes;
			FaultRig.Outcome outcome = call(cell, new Reply.Events(messages), new Fault.EndAtByte(bytes));
			assertThat(outcome.values()).as("at " + bytes)
				.hasSize((int) borders.stream().filter((border) -> border <= position).count());
			// A stream of chunks is complete at the end of each chunk.
			boolean whole = converse ? bytes == length : borders.contains(bytes);
			if (whole) {
				assertThat(outcome.failure()).as("at " + bytes).isNull();
			}
			else {
				assertThat(outcome.failure()).as("at " + bytes).isExactlyInstanceOf(TruncatedStreamException.class);
			}
			outcome.checkSignals();
		}
	}

	@ParameterizedTest
	@MethodSource("streams")
	void whenConnectionIsClosedAtAnyByteThenStreamIsTruncatedUnlessItHadComeToItsEnd(Cell cell) {
		boolean converse = cell.operation() == Cell.Operation.CONVERSE_STREAM;
		List<EventStreamMessage> messages = converse ? CONVERSE : INVOKE;
		List<Integer> borders = borders(messages);
		int length = borders.get(borders.size() - 1);
		for (int bytes = 0; bytes <= length; bytes += 7) {
			FaultRig.Outcome outcome = call(cell, new Reply.Events(messages), new Fault.CloseAtByte(bytes));
			assertThat(outcome.failure()).as("at " + bytes).isExactlyInstanceOf(TruncatedStreamException.class);
		}
		FaultRig.Outcome outcome = call(cell, new Reply.Events(messages), new Fault.CloseAtByte(length));
		assertThat(outcome.values()).hasSize(messages.size());
		if (converse) {
			assertThat(outcome.failure()).isNull();
		}
		else {
			assertThat(outcome.failure()).isExactlyInstanceOf(TruncatedStreamException.class);
		}
	}

	@ParameterizedTest
	@EnumSource(Cell.Protocol.class)
	void whenCompleteResponseEndsAtAnyByteThenItIsInvalid(Cell.Protocol protocol) {
		Cell cell = new Cell(Cell.Operation.CONVERSE, Cell.View.REACTIVE, protocol);
		String json = "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"Hi\"}]}},"
				+ "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":1,\"outputTokens\":1,\"totalTokens\":2}}";
		for (int bytes = 0; bytes < json.length(); bytes++) {
			FaultRig.Outcome ended = call(cell, new Reply.Json(json), new Fault.EndAtByte(bytes));
			assertThat(ended.failure()).as("ended at " + bytes).isExactlyInstanceOf(InvalidResponseException.class);
			FaultRig.Outcome closed = call(cell, new Reply.Json(json), new Fault.CloseAtByte(bytes));
			assertThat(closed.failure()).as("closed at " + bytes).isExactlyInstanceOf(ConnectionResetException.class);
		}
		assertThat(call(cell, new Reply.Json(json), new Fault.EndAtByte(json.length())).values()).containsExactly("Hi");
	}

	private static FaultRig.Outcome call(Cell cell, Reply reply, Fault fault) {
		rig.emulator.script().add(ScriptEntry.of(reply).with(fault));
		return rig.client(cell.protocol(), Timeouts.defaults()).call(cell);
	}

	/** End position of each message. */
	private static List<Integer> borders(List<EventStreamMessage> messages) {
		List<Integer> borders = new ArrayList<>();
		int length = 0;
		for (EventStreamMessage message : messages) {
			length += EventStreamEncoder.encode(message).length;
			borders.add(length);
		}
		return borders;
	}

	private static EventStreamMessage message(String type, String json) {
		return EventStreamMessage.event(type, json.getBytes(StandardCharsets.UTF_8));
	}

}
