package io.bedrockruntime.internal.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SkewCorrectingClock}.
 */
class SkewCorrectingClockTests {

	private static final String EXPIRED = "Signature expired: 20261128T120000Z is now earlier than ...";

	private final TestClock machine = new TestClock();

	private final SkewCorrectingClock clock = new SkewCorrectingClock(this.machine);

	private static SigningRejection rejection(@Nullable String code, @Nullable String message, Instant signatureTime,
			@Nullable String date) {
		String signatureDate = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
			.withZone(ZoneOffset.UTC)
			.format(signatureTime);
		return new SigningRejection(Map.of("x-amz-date", signatureDate), 403, code, message, date);
	}

	private static String date(Instant date) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(date);
	}

	private boolean reject(@Nullable String code, @Nullable String message, Duration ahead) {
		return this.clock
			.correct(rejection(code, message, this.clock.instant(), date(this.machine.instant().plus(ahead))));
	}

	@ParameterizedTest
	@CsvSource({ "RequestTimeTooSkewed, 2, true", "RequestExpired, -2, true", "RequestInTheFuture, 900, true",
			"RequestExpired, 0, false", "InvalidSignatureException, 4, true", "SignatureDoesNotMatch, -4, true",
			"AuthFailure, 15, true", "InvalidSignatureException, 3, false", "ValidationException, 15, false",
			"ExpiredTokenException, 15, false", ", 15, false" })
	void whenRequestIsRejectedThenClockIsCorrectedIfTheDateWasTheReason(@Nullable String code, int minutes,
			boolean corrected) {
		Duration ahead = Duration.ofMinutes(minutes);
		assertThat(reject(code, null, ahead)).isEqualTo(corrected);
		assertThat(this.clock.instant()).isEqualTo(TestClock.START.plus(corrected ? ahead : Duration.ZERO));
	}

	@ParameterizedTest
	@ValueSource(strings = { EXPIRED, "Signature not yet current: 20261128T120000Z is still later than ..." })
	void whenMessageNamesTheDateThenClockIsCorrected(String message) {
		assertThat(reject("InvalidSignatureException", message, Duration.ofMinutes(-2))).isTrue();
		assertThat(reject("AccessDeniedException", message, Duration.ofMinutes(15))).isFalse();
	}

	@Test
	void whenClockIsCorrectedThenItContinues() {
		reject("RequestExpired", null, Duration.ofMinutes(15));
		this.machine.advance(Duration.ofSeconds(5));
		assertThat(this.clock.instant()).isEqualTo(TestClock.START.plusSeconds(905));
	}

	@Test
	void whenResponseIsLateThenItsDateIsUsedAsCurrentTime() {
		// The upload took 20 minutes, and the machine's clock was correct.
		Instant signatureTime = this.clock.instant();
		this.machine.advance(Duration.ofMinutes(20));
		assertThat(this.clock.correct(rejection("RequestExpired", null, signatureTime, date(this.machine.instant()))))
			.isTrue();
		assertThat(this.clock.instant()).isEqualTo(this.machine.instant());
	}

	@Test
	void whenAnotherCallCorrectedClockThenRequestIsStillSentAgain() {
		SigningRejection second = rejection("RequestExpired", null, this.clock.instant(),
				date(TestClock.START.plusSeconds(901)));
		reject("RequestExpired", null, Duration.ofMinutes(15));
		assertThat(this.clock.correct(second)).isTrue();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START.plusSeconds(900));
	}

	@Test
	void whenCorrectedDateIsRejectedForAnotherReasonThenItIsKeptAndNotSentAgain() {
		reject("SignatureDoesNotMatch", null, Duration.ofMinutes(15));
		assertThat(reject("SignatureDoesNotMatch", null, Duration.ofMinutes(15))).isFalse();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START.plusSeconds(900));
	}

	@Test
	void whenDateOfResponsesIsWrongThenClockOfMachineIsUsedAgain() {
		assertThat(reject("InvalidSignatureException", null, Duration.ofDays(1))).isTrue();
		assertThat(reject("InvalidSignatureException", EXPIRED, Duration.ofDays(1))).isFalse();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START);
	}

	@Test
	void whenClockOfMachineIsFixedThenItsTimeIsUsedAgain() {
		reject("RequestExpired", null, Duration.ofMinutes(15));
		this.machine.advance(Duration.ofMinutes(15));
		assertThat(reject("RequestInTheFuture", null, Duration.ZERO)).isTrue();
		assertThat(this.clock.instant()).isEqualTo(this.machine.instant());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sat, 28 Nov 2026 13:00:00 GMT", "Saturday, 28-Nov-26 13:00:00 GMT",
			"Sat Nov 28 13:00:00 2026", " Sat, 28 Nov 2026 13:00:00 GMT " })
	void whenDateHasHttpFormatThenItIsRead(String date) {
		assertThat(this.clock.correct(rejection("RequestExpired", null, TestClock.START, date))).isTrue();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofHours(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "now", "2026-11-28T13:00:00Z", "Sat, 99 Nov 2026 13:00:00 GMT",
			"Sat, 28 Nov 2026" })
	void whenDateCannotBeReadThenClockIsNotChanged(String date) {
		assertThat(this.clock.correct(rejection("RequestExpired", null, TestClock.START, date))).isFalse();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START);
	}

	@Test
	void whenDatesAreMissingThenClockIsNotChanged() {
		assertThat(this.clock.correct(rejection("RequestExpired", null, TestClock.START, null))).isFalse();
		String date = date(TestClock.START.plusSeconds(900));
		assertThat(this.clock.correct(new SigningRejection(Map.of(), 403, "RequestExpired", null, date))).isFalse();
		assertThat(this.clock
			.correct(new SigningRejection(Map.of("x-amz-date", "today"), 403, "RequestExpired", null, date))).isFalse();
		assertThat(this.clock.instant()).isEqualTo(TestClock.START);
	}

}
