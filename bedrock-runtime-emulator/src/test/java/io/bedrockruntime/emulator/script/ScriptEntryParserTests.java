package io.bedrockruntime.emulator.script;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.emulator.record.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptEntryParserTests {

	private static final String TRICKY = "it's \"so\", 50% =\\ [x] \n# \u00e9";

	static Stream<Fault> faults() throws ReflectiveOperationException {
		List<Fault> faults = new ArrayList<>();
		for (Class<?> type : Fault.class.getPermittedSubclasses()) {
			for (Constructor<?> constructor : type.getConstructors()) {
				RecordComponent[] components = type.getRecordComponents();
				Object[] arguments = new Object[constructor.getParameterCount()];
				for (int i = 0; i < arguments.length; i++) {
					arguments[i] = value(components[i].getType(), i);
				}
				faults.add((Fault) constructor.newInstance(arguments));
			}
		}
		return faults.stream();
	}

	private static Object value(Class<?> type, int position) {
		if (type == int.class) {
			return 7 + position;
		}
		if (type == long.class) {
			return 5_000_000_000L;
		}
		if (type == boolean.class) {
			return true;
		}
		if (type == Duration.class) {
			return Duration.ofMillis(1500);
		}
		return type.isEnum() ? type.getEnumConstants()[3] : TRICKY;
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whenFaultIsWrittenThenItIsReadAgain(Fault fault) {
		ScriptEntry entry = ScriptEntry.of(fault).on("ConverseStream").times(3).percent(20);
		String written = ScriptEntryParser.format(entry);
		assertThat(written).startsWith("ConverseStream: ")
			.endsWith(" x3 20%")
			.doesNotContain(fault.getClass().getSimpleName() + "[");
		assertThat(ScriptEntry.parse(written)).isEqualTo(entry);
	}

	@Test
	void whenThereIsAFaultThenItsSyntaxIsReported() {
		String choice = ScriptEntryParser.grammar();
		assertThat(choice.lines().filter((line) -> line.startsWith("  ")))
			.hasSize(Fault.class.getPermittedSubclasses().length + 8);
		assertThat(choice).contains("\n  silence-after-events=EVENTS,DURATION\n",
				"\n  reset-before-headers[=NO_ERROR|PROTOCOL_ERROR|INTERNAL_ERROR|REFUSED_STREAM|CANCEL|ENHANCE_YOUR_CALM]\n",
				"\n  exception-after-events=EVENTS,EXCEPTION_TYPE[,JSON]\n", "\n  html=STATUS\n");
	}

	static Stream<Reply> replies() {
		List<Header> headers = List.of(new Header("Retry-After", "2"), new Header("X", "a: b, c"));
		return Stream.of(new Reply.Error(429, "ThrottlingException", TRICKY),
				new Reply.Error(503, "", "m", Reply.Placement.NOWHERE, List.of()),
				new Reply.Error(400, "C", "m", Reply.Placement.TYPE_MEMBER, headers), new Reply.Text(TRICKY),
				new Reply.ToolUse("t", "{\"a\":[1,'2']}"), new Reply.Json("{}"), new Reply.AsyncFailure(TRICKY));
	}

	@ParameterizedTest
	@MethodSource("replies")
	void whenReplyIsWrittenThenItIsReadAgain(Reply reply) {
		ScriptEntry entry = ScriptEntry.of(reply).always().with(new Fault.Dribble(Fault.FOREVER));
		assertThat(ScriptEntry.parse(ScriptEntryParser.format(entry))).isEqualTo(entry);
	}

	@Test
	void whenReplyIsOfAnyBytesThenItIsReadAgain() {
		for (String text : List.of("html=503", "redirect=307,http://127.0.0.1:1/x",
				"raw=200,'Content-Type: a/b',hello")) {
			Reply.Raw raw = (Reply.Raw) ScriptEntry.parse(text).reply();
			Reply.Raw again = (Reply.Raw) ScriptEntry.parse(ScriptEntryParser.format(ScriptEntry.of(raw))).reply();
			assertThat(again.status()).isEqualTo(raw.status());
			assertThat(again.headers()).isEqualTo(raw.headers());
			assertThat(again.body()).isEqualTo(raw.body());
		}
	}

	@Test
	void whenReplyHasNoSyntaxThenItStillStandsThere() {
		assertThat(ScriptEntryParser.format(ScriptEntry.of(new Reply.Events(List.of())).with(new Fault.EndlessBody())))
			.isEqualTo("Events[0] endless-body");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			reset-after-five                   | There is no fault or reply 'reset-after-five'
			reset-after-events                 | 'reset-after-events' is written as reset-after-events=EVENTS[,
			reset-after-events=1,cancel,2      | 'reset-after-events' is written as
			reset-after-events=one             | 'one' is not a whole number
			reset-after-events=3000000000      | '3000000000' is not a whole number in the valid range
			reset-after-events=-1              | 'reset-after-events' does not accept negative numbers
			reset-before-headers=LATER         | 'LATER' is not one of [NO_ERROR
			silence-after-events=1,soon        | 'soon' is not a valid duration, such as 500ms
			go-away-before-headers=perhaps     | 'perhaps' is not one of [true, false]
			Confer: dribble=1ms                | 'Confer' is not a valid operation; valid operations are [ApplyGuardrail
			Converse: x2                       | has neither a fault nor a reply
			Converse: dribble=1ms 0%           | 'percent' must be from 1 to 100
			Converse: dribble=1ms 101%         | 'percent' must be from 1 to 100
			Converse: dribble=1ms x0           | There is no fault or reply 'x0'
			html=200 html=503                  | 'html' is a second reply; only one is allowed
			html=200,1                         | 'html' is written as html=STATUS
			error=429                          | 'error' is written as error=STATUS,CODE,MESSAGE[,HEADER|
			error=429,C,M,HEADER,nonsense      | 'nonsense' is not a valid header
			text="open                         | A quote is not closed
			``                                 | has neither a fault nor a reply
			""", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
	void whenEntryIsWrongThenItSaysWhatIs(String text, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptEntry.parse(text)).withMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "Converse: x2" })
	void whenEntryNamesNothingThenMessageReportsWhatThereIs(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptEntry.parse(text))
			.withMessageContaining("  endless-headers\n")
			.withMessageContaining("  redirect=STATUS,LOCATION\n");
	}

	@Test
	void whenValuesAreQuotedThenTheyAreWhole() {
		ScriptEntry entry = ScriptEntry.parse(
				"exception-after-events=2,throttlingException,'{\"message\":\"a, b\"}'  wrong-content-length=-3\tx2");
		assertThat(entry.faults()).containsExactly(
				new Fault.ExceptionAfterEvents(2, "throttlingException", "{\"message\":\"a, b\"}"),
				new Fault.WrongContentLength(-3));
		assertThat(entry.times()).isEqualTo(2);
		assertThat(entry.operation()).isNull();
	}

	@Test
	void whenFileHasEntriesThenEachLineIsOne(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("script.txt"),
				"# first a throttle\n\nConverse: error=429,ThrottlingException,\"Slow down\" x2\n dribble=1ms always\n");
		assertThat(ScriptEntryParser.parseFile(file)).hasSize(2)
			.last()
			.isEqualTo(ScriptEntry.of(new Fault.Dribble(Duration.ofMillis(1))).always());
		Files.writeString(file, "dribble=1ms\n\ndrivel\n", StandardCharsets.UTF_8);
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptEntryParser.parseFile(file))
			.withMessageStartingWith("Line 3 of " + file + ": There is no fault or reply 'drivel'");
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptEntryParser.parseFile(folder.resolve("none")))
			.withMessageContaining("could not be read");
	}

	@Test
	void whenEntryIsForAShareThenAboutThatManyMeetItAndTheSameEachTime() {
		Script script = new Script();
		List<List<Boolean>> rounds = new ArrayList<>();
		for (int round = 0; round < 2; round++) {
			script.clear();
			script.add(ScriptEntry.of(new Fault.EndlessBody()).percent(30).always());
			rounds.add(Stream.generate(() -> script.take("Converse", (reply) -> true) != null).limit(1000).toList());
		}
		assertThat(rounds.get(0)).isEqualTo(rounds.get(1));
		assertThat(rounds.get(0).stream().filter((met) -> met).count()).isBetween(250L, 350L);
	}

	@Test
	void whenEntryForAShareIsNotDrawnThenItIsNotUsedUp() {
		Script script = new Script();
		script.add(ScriptEntry.of(new Fault.EndlessBody()).percent(30).times(5));
		long met = Stream.generate(() -> script.take("Converse", (reply) -> true))
			.limit(1000)
			.filter((entry) -> entry != null)
			.count();
		assertThat(met).isEqualTo(5);
		assertThat(script.entries()).isEmpty();
	}

}
