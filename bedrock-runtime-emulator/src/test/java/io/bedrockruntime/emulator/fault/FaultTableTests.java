package io.bedrockruntime.emulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Fault.ResetCode;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.invoke.ResponseStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * All faults of a response, for unary responses and streams, through both interfaces,
 * over both versions of HTTP. Each row was seen to fail without the code that handles it.
 */
@Tag("exhaustive")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultTableTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static FaultRig rig;

	@BeforeAll
	static void start() {
		rig = new FaultRig();
	}

	@AfterAll
	static void stop() {
		rig.close();
	}

	static Stream<Arguments> resets() {
		return cells(
				FaultRow.of("reset before headers", new Fault.ResetBeforeHeaders())
					.fails(ConnectionResetException.class),
				FaultRow.of("connection reset before headers", new Fault.ResetConnectionBeforeHeaders())
					.fails(ConnectionResetException.class),
				FaultRow.of("closed before headers", new Fault.CloseBeforeHeaders())
					.fails(ConnectionResetException.class),
				FaultRow.of("refused before headers", new Fault.ResetBeforeHeaders(ResetCode.REFUSED_STREAM))
					.only(Cell::isHttp2)
					.fails(ConnectionFailedException.class),
				FaultRow.of("cancelled before headers", new Fault.ResetBeforeHeaders(ResetCode.CANCEL))
					.only(Cell::isHttp2)
					.fails(ConnectionResetException.class),
				FaultRow.of("calmed before headers", new Fault.ResetBeforeHeaders(ResetCode.ENHANCE_YOUR_CALM))
					.only(Cell::isHttp2)
					.fails(ConnectionResetException.class),
				FaultRow.of("reset without an error before headers", new Fault.ResetBeforeHeaders(ResetCode.NO_ERROR))
					.only(Cell::isHttp2)
					.fails(ConnectionResetException.class),
				FaultRow.of("reset after headers", new Fault.ResetAfterEvents(0)).fails(ConnectionResetException.class),
				FaultRow.of("reset inside the body", new Fault.ResetAtByte(20)).fails(ConnectionResetException.class),
				FaultRow.of("reset inside an event", new Fault.ResetAtByte(250))
					.streamFails(FaultRow.SOME, ConnectionResetException.class),
				FaultRow.of("reset between events", new Fault.ResetAfterEvents(2))
					.streamFails(2, ConnectionResetException.class),
				FaultRow.of("refused between events", new Fault.ResetAfterEvents(2, ResetCode.REFUSED_STREAM))
					.only(Cell::isHttp2)
					.streamFails(2, ConnectionResetException.class),
				FaultRow.of("cancelled between events", new Fault.ResetAfterEvents(2, ResetCode.CANCEL))
					.only(Cell::isHttp2)
					.streamFails(2, ConnectionResetException.class),
				FaultRow.of("reset without an error between events", new Fault.ResetAfterEvents(2, ResetCode.NO_ERROR))
					.only(Cell::isHttp2)
					.streamFails(2, ConnectionResetException.class),
				FaultRow.of("connection reset between events", new Fault.ResetConnectionAfterEvents(2))
					.streamFails(2, ConnectionResetException.class));
	}

	@ParameterizedTest
	@MethodSource("resets")
	void whenReset(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> ends() {
		return cells(
				FaultRow.of("end after headers", new Fault.EndAfterEvents(0))
					.streamFails(0, TruncatedStreamException.class)
					.fails(FaultTableTests::isConverse, 0, InvalidResponseException.class),
				FaultRow.of("end between events", new Fault.EndAfterEvents(2))
					.fails(FaultTableTests::isConverseStream, 2, TruncatedStreamException.class)
					// Only the model knows its last chunk.
					.expect(Cell::isStream, (outcome, whole) -> {
						assertThat(outcome.failure()).isNull();
						FaultRow.checkPrefix(outcome.values(), whole, 2);
					}),
				FaultRow.of("end inside an event", new Fault.CutInsideEvent(2))
					.streamFails(2, TruncatedStreamException.class),
				FaultRow.of("end inside the body", new Fault.EndAtByte(20))
					.streamFails(0, TruncatedStreamException.class)
					.fails(FaultTableTests::isConverse, 0, InvalidResponseException.class),
				FaultRow.of("close after headers", new Fault.CloseWithoutLastChunk(0))
					.streamFails(0, TruncatedStreamException.class)
					.fails(ConnectionResetException.class),
				FaultRow.of("close between events", new Fault.CloseWithoutLastChunk(2))
					.streamFails(2, TruncatedStreamException.class),
				FaultRow.of("close inside the body", new Fault.CloseAtByte(20))
					.streamFails(0, TruncatedStreamException.class)
					.fails(ConnectionResetException.class));
	}

	@ParameterizedTest
	@MethodSource("ends")
	void whenEndsEarly(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> corruptions() {
		return cells(
				FaultRow.of("checksum of a prelude", new Fault.CorruptPreludeCrc(2))
					.streamFails(2, ChecksumMismatchException.class),
				FaultRow.of("checksum of a message", new Fault.CorruptMessageCrc(2))
					.streamFails(2, ChecksumMismatchException.class),
				FaultRow.of("checksum of the first message", new Fault.CorruptMessageCrc(0))
					.streamFails(0, ChecksumMismatchException.class),
				FaultRow.of("oversized event", new Fault.OversizedEvent(2, 30 * 1024 * 1024))
					.streamFails(2, MessageTooLargeException.class),
				FaultRow.of("oversized event of all there is", new Fault.OversizedEvent(0, -1))
					.streamFails(0, MessageTooLargeException.class),
				FaultRow.of("body without end", new Fault.EndlessBody())
					.streamFails(FaultRow.SOME, ChecksumMismatchException.class)
					.fails(InvalidResponseException.class),
				FaultRow.of("headers without end", new Fault.EndlessHeaders()).fails(InvalidResponseException.class),
				FaultRow.of("longer than it is", new Fault.WrongContentLength(10))
					.only((cell) -> !cell.isHttp2())
					// It has ended on its own.
					.succeeds(FaultTableTests::isConverseStream)
					.streamFails(FaultRow.SOME, TruncatedStreamException.class)
					.fails(ConnectionResetException.class));
	}

	@ParameterizedTest
	@MethodSource("corruptions")
	void whenCorrupt(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> clocks() {
		return cells(
				FaultRow.of("silence before headers", new Fault.SilenceBeforeHeaders(Fault.FOREVER))
					.clocks((clocks) -> clocks.withResponse(SHORT))
					.fails(ResponseTimeoutException.class),
				FaultRow.of("slow headers", new Fault.SlowHeaders(Duration.ofMillis(100)))
					.clocks((clocks) -> clocks.withResponse(SHORT))
					.fails(ResponseTimeoutException.class),
				FaultRow.of("silence before the first event", new Fault.SilenceBeforeFirstEvent(Fault.FOREVER))
					.clocks((clocks) -> clocks.withResponse(SHORT))
					.streamFails(0, ResponseTimeoutException.class),
				FaultRow.of("silence before the body", new Fault.SilenceBeforeFirstEvent(Fault.FOREVER))
					.clocks((clocks) -> clocks.withIdle(SHORT))
					.fails((cell) -> !cell.isStream(), 0, IdleTimeoutException.class),
				FaultRow.of("silence between events", new Fault.SilenceAfterEvents(2, Fault.FOREVER))
					// The timeout must not expire between the received events.
					.clocks((clocks) -> clocks.withIdle(Duration.ofSeconds(1)))
					.streamFails(2, IdleTimeoutException.class),
				FaultRow.of("silence longer than the call", new Fault.SilenceBeforeHeaders(Fault.FOREVER))
					.clocks((clocks) -> clocks.withCall(SHORT))
					.fails(CallTimeoutException.class),
				FaultRow.of("dribble longer than the call", new Fault.Dribble(Duration.ofMillis(50)))
					.clocks((clocks) -> clocks.withCall(SHORT))
					.fails(CallTimeoutException.class));
	}

	@ParameterizedTest
	@MethodSource("clocks")
	void whenSilent(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> harmless() {
		return cells(FaultRow.of("dribble", new Fault.Dribble(Duration.ofNanos(1))).succeeds(),
				FaultRow.of("chunks of 7 bytes", new Fault.SplitIntoChunks(7)).succeeds(),
				FaultRow.of("slow headers in time", new Fault.SlowHeaders(Duration.ofNanos(1))).succeeds(),
				FaultRow
					.of("silence in time", new Fault.SilenceBeforeHeaders(Duration.ofMillis(100)),
							new Fault.SilenceBeforeFirstEvent(Duration.ofMillis(100)),
							new Fault.SilenceAfterEvents(1, Duration.ofMillis(100)))
					.succeeds(),
				FaultRow.of("unknown event", new Fault.UnknownEvent(1, "somethingNew", "{\"a\":[1,null]}"))
					.expect(Cell::isStream, FaultTableTests::checkUnknown),
				FaultRow.of("duplicate event", new Fault.DuplicateEvent(1)).expect(Cell::isStream, (outcome, whole) -> {
					List<Object> twice = new ArrayList<>(whole);
					twice.add(1, whole.get(1));
					assertThat(outcome.failure()).isNull();
					assertThat(outcome.values()).isEqualTo(twice);
				}), FaultRow.of("swapped events", new Fault.SwapEvents(1)).expect(Cell::isStream, (outcome, whole) -> {
					List<Object> swapped = new ArrayList<>(whole);
					swapped.add(1, swapped.remove(2));
					assertThat(outcome.failure()).isNull();
					assertThat(outcome.values()).isEqualTo(swapped);
				}));
	}

	private static void checkUnknown(FaultRig.Outcome outcome, List<Object> whole) {
		assertThat(outcome.failure()).isNull();
		List<Object> known = new ArrayList<>(outcome.values());
		Object unknown = known.remove(1);
		assertThat(known).isEqualTo(whole);
		assertThat(unknown).isInstanceOfAny(ConverseStreamOutput.Unknown.class, ResponseStream.Unknown.class);
	}

	@ParameterizedTest
	@MethodSource("harmless")
	void whenHarmless(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> goAways() {
		return cells(
				FaultRow.of("covered before headers", new Fault.GoAwayBeforeHeaders(true))
					.only(Cell::isHttp2)
					.succeeds(),
				FaultRow.of("covered between events", new Fault.GoAwayAfterEvents(2, true))
					.only(Cell::isHttp2)
					.succeeds(),
				FaultRow.of("not covered before headers", new Fault.GoAwayBeforeHeaders(false))
					.only(Cell::isHttp2)
					.fails(ConnectionFailedException.class),
				FaultRow.of("not covered between events", new Fault.GoAwayAfterEvents(2, false))
					.only(Cell::isHttp2)
					.streamFails(2, ConnectionResetException.class));
	}

	@ParameterizedTest
	@MethodSource("goAways")
	void whenConnectionGoesAway(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	static Stream<Arguments> answers() {
		return cells(page(502), page(503), page(504), FaultRow.of("page of success", Reply.Raw.html(200))
			.fails((cell) -> cell.operation() != Cell.Operation.INVOKE_MODEL, 0, InvalidResponseException.class),
				FaultRow.of("wrong content type", new Fault.WrongContentType("text/plain"))
					.streamFails(0, InvalidResponseException.class)
					.succeeds(),
				FaultRow.of("error with status 200", new Reply.Error(200, "ThrottlingException", "slow down"))
					.fails(ThrottlingException.class),
				FaultRow.of("redirect", Reply.Raw.redirect(307, "http://127.0.0.1:1/elsewhere"))
					.failsWith((cell) -> true, BedrockRuntimeServiceException.class, (ex) -> {
						assertThat(((BedrockRuntimeServiceException) ex).statusCode()).isEqualTo(307);
						assertThat(rig.emulator.requests()).hasSize(1);
					}),
				FaultRow.of("error without a body", new Reply.Raw(500, List.of(), new byte[0]))
					.failsWith((cell) -> true, BedrockRuntimeServiceException.class,
							(ex) -> assertThat(((BedrockRuntimeServiceException) ex).statusCode()).isEqualTo(500)),
				FaultRow.of("nothing with status 204", new Reply.Raw(204, List.of(), new byte[0]))
					.streamFails(0, TruncatedStreamException.class)
					.fails(FaultTableTests::isConverse, 0, InvalidResponseException.class),
				FaultRow.of("null", new Reply.Json("null"))
					.fails(FaultTableTests::isConverse, 0, InvalidResponseException.class),
				FaultRow.of("nonsense", new Reply.Json("{\"output\":[[["))
					.fails(FaultTableTests::isConverse, 0, InvalidResponseException.class));
	}

	private static FaultRow page(int status) {
		return FaultRow.of("page of a proxy " + status, Reply.Raw.html(status))
			.failsWith((cell) -> true, BedrockRuntimeServiceException.class, (ex) -> {
				BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
				assertThat(error.statusCode()).isEqualTo(status);
				assertThat(error.errorCode()).isNull();
				assertThat(error.requestId()).hasSize(36);
				assertThat(error.isRetryable()).isTrue();
				assertThat(error).hasMessageNotContaining("<h1>");
			});
	}

	@ParameterizedTest
	@MethodSource("answers")
	void whenResponseIsInvalid(FaultRow row, Cell cell) {
		row.check(rig, cell);
	}

	private static boolean isConverse(Cell cell) {
		return cell.operation() == Cell.Operation.CONVERSE;
	}

	private static boolean isConverseStream(Cell cell) {
		return cell.operation() == Cell.Operation.CONVERSE_STREAM;
	}

	private static Stream<Arguments> cells(FaultRow... rows) {
		return Stream.of(rows).flatMap((row) -> Cell.all().filter(row::isMeantFor).map((cell) -> arguments(row, cell)));
	}

}
