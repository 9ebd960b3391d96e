package io.bedrockruntime.emulator.fault;

import java.util.stream.Stream;

import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Responses that violate HTTP.
 */
@Tag("exhaustive")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnreadableHttpTests {

	private static FaultRig rig;

	@BeforeAll
	static void start() {
		rig = new FaultRig();
	}

	@AfterAll
	static void stop() {
		rig.close();
	}

	static Stream<Arguments> rows() {
		return Stream
			.of(FaultRow.of("broken framing", new Fault.BrokenFraming(2))
				.streamFails(2, InvalidResponseException.class),
					FaultRow.of("broken framing after headers", new Fault.BrokenFraming(0))
						.fails(InvalidResponseException.class),
					FaultRow.of("longer than it is", new Fault.WrongContentLength(10))
						.only(Cell::isHttp2)
						// It has ended on its own.
						.succeeds((cell) -> cell.operation() == Cell.Operation.CONVERSE_STREAM)
						.streamFails(FaultRow.SOME, InvalidResponseException.class)
						.fails(InvalidResponseException.class),
					FaultRow.of("shorter than it is", new Fault.WrongContentLength(-10))
						.only((cell) -> cell.isHttp2() || cell.operation() != Cell.Operation.INVOKE_MODEL)
						.fails(Cell::isHttp2, FaultRow.SOME, InvalidResponseException.class)
						// The next call does not receive the rest.
						.streamFails(FaultRow.SOME, TruncatedStreamException.class)
						.fails(InvalidResponseException.class))
			.flatMap((row) -> Cell.all().filter(row::isMeantFor).map((cell) -> arguments(row, cell)));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void whenHttpIsUnreadableThenFailureIsTypedAndTheNextCallIsNotTouched(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

}
