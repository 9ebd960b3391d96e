package io.bedrockruntime.internal.exception;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ModelErrorException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.model.Contract;
import io.bedrockruntime.model.ResponseMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceExceptionTranslator}.
 */
class ServiceExceptionTranslatorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ValidationException | {}
			ValidationException:http://internal.amazon.com/coral/com.amazon.coral.validate/ | {}
			aws.protocoltests.restjson#ValidationException | {}
			aws.protocoltests.restjson#ValidationException:http://internal.amazon.com/coral/ | {}
			  | {"__type":"ValidationException"}
			  | {"__type":"ValidationException:http://internal.amazon.com/coral/"}
			  | {"__type":"aws.protocoltests.restjson#ValidationException"}
			  | {"__type":"aws.protocoltests.restjson#ValidationException:http://internal.amazon.com/a#b"}
			  | {"code":"ValidationException"}
			  | {"code":"ValidationException:http://internal.amazon.com/coral/"}
			  | {"code":"aws.protocoltests.restjson#ValidationException"}
			  | {"code":"aws.protocoltests.restjson#ValidationException:http://internal.amazon.com/coral/"}
			' ValidationException ' | {"message":"m"}
			ValidationException | {"__type":"ThrottlingException","code":"ConflictException"}
			  | {"code":"ThrottlingException","__type":"ValidationException"}
			:http://nothing | {"__type":"ValidationException"}
			'' | {"code":"ValidationException"}
			  | {"__type":7,"code":"ValidationException"}
			  | {"__type":"","code":"ValidationException"}
			""")
	void whenCodeComesInAnyFormThenItIsFound(String header, String body) {
		BedrockRuntimeServiceException error = error(400, header, body);
		assertThat(error).isInstanceOf(ValidationException.class);
		assertThat(error.errorCode()).isEqualTo("ValidationException");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"message":"one"} | one
			{"Message":"one"} | one
			{"errorMessage":"one"} | one
			{"Message":"two","message":"one"} | one
			{"message":null,"Message":"one"} | one
			{"message":7,"errorMessage":"one"} | one
			{"message":""} | ''
			{"error":{"message":"nested"}} |
			{"MESSAGE":"shouted"} |
			""")
	void whenTextComesInAnyMemberThenItIsFound(String body, String text) {
		assertThat(error(400, "ValidationException", body).serviceMessage()).isEqualTo(text);
	}

	@Test
	void whenTextComesInAHeaderThenItGoesAheadOfTheBody() {
		ResponseMetadata metadata = new ResponseMetadata("r-1", 400, Map.of("X-Amzn-Error-Message", List.of("header")),
				1);
		assertThat(ServiceExceptionTranslator.ofResponse("Converse", metadata, utf8("{\"message\":\"body\"}"))
			.serviceMessage()).isEqualTo("header");
	}

	static Stream<String> bodiesWithoutCode() {
		return Stream.of("", " ", "null", "[1,2]", "7", "\"text\"", "{", "<html><h1>Forbidden</h1></html>",
				"{\"inner\":{\"__type\":\"ValidationException\"}}", "[{\"__type\":\"ValidationException\"}]",
				"{\"a\":".repeat(2000), "\u0000\u0001", "{\"message\":\"\\uD800\"}", "{} trailing", "1".repeat(5000),
				"{\"originalStatusCode\":404.5}", "{\"originalStatusCode\":1e400}",
				"{\"originalStatusCode\":99999999999}", "{\"originalStatusCode\":\"502\"}", "{\"__type\":\"#\"}",
				"{\"message\":\"" + "x".repeat(100_000) + "\"}");
	}

	@ParameterizedTest
	@MethodSource("bodiesWithoutCode")
	void whenBodySaysNothingThenStatusAndHeaderSurvive(String body) {
		BedrockRuntimeServiceException unnamed = error(403, null, body);
		assertThat(unnamed).isExactlyInstanceOf(BedrockRuntimeServiceException.class);
		assertThat(unnamed.errorCode()).isNull();
		assertThat(unnamed.statusCode()).isEqualTo(403);
		assertThat(unnamed.error().originalStatusCode()).isNull();
		assertThat(error(403, "AccessDeniedException", body)).isInstanceOf(AccessDeniedException.class);
		byte[] payload = utf8(body);
		assertThat(ServiceExceptionTranslator.ofMessage("ConverseStream", null, "throttlingException", null, payload))
			.isInstanceOf(ThrottlingException.class);
	}

	@Test
	void whenBodyIsNotUtf8ThenStatusAndHeaderAreKept() {
		for (byte[] body : new byte[][] { { (byte) 0xff, (byte) 0xfe, 0, 0 }, { 0, 0, (byte) 0xfe, (byte) 0xff, 1 },
				{ '{', '"', (byte) 0xc3, '"', ':', '1', '}' }, { 0x1f, (byte) 0x8b, 8, 0 } }) {
			assertThat(ServiceExceptionTranslator.ofResponse("Converse", metadata(403, "AccessDeniedException"), body))
				.isInstanceOf(AccessDeniedException.class);
		}
	}

	@Test
	void whenKeyIsBadThenItsTextIsRead() {
		String body = "{\"Message\":\"Authentication failed: Please make sure your API Key is valid.\"}";
		assertThat(error(403, null, body))
			.hasMessage("Converse failed: unnamed error (403, request id r-1): Authentication failed: "
					+ "Please make sure your API Key is valid.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "InvalidSignatureException", "ExpiredTokenException", "somethingNewException",
			"validationException" })
	void whenCodeIsNotModelledThenItIsKept(String code) {
		BedrockRuntimeServiceException error = error(403, code, "{\"message\":\"m\"}");
		assertThat(error).isExactlyInstanceOf(BedrockRuntimeServiceException.class);
		assertThat(error.errorCode()).isEqualTo(code);
	}

	@Test
	void whenErrorIsModelledThenItIsOfItsClassWithItsStatus() {
		Map<String, Integer> modelled = new LinkedHashMap<>();
		Contract.shapes()
			.filter((name) -> Contract.shape(name).get("kind").stringValue().equals("error"))
			.forEach((name) -> modelled.put(name, Contract.shape(name).get("httpError").intValue()));
		assertThat(modelled).hasSize(12);
		modelled.forEach((name, status) -> {
			BedrockRuntimeServiceException unary = error(status, name, "{}");
			assertThat(unary.getClass().getSimpleName()).isEqualTo(name);
			assertThat(unary.statusCode()).isEqualTo(status);
			String member = name.substring(0, 1).toLowerCase() + name.substring(1);
			for (String type : List.of(name, member)) {
				BedrockRuntimeServiceException streamed = ServiceExceptionTranslator.ofMessage("ConverseStream",
						new ResponseMetadata("r-1", 200, Map.of(), 1), type, null, utf8("{\"message\":\"m\"}"));
				assertThat(streamed.getClass()).isEqualTo(unary.getClass());
				assertThat(streamed.statusCode()).isEqualTo(status);
				assertThat(streamed.errorCode()).isEqualTo(name);
			}
		});
	}

	@Test
	void whenModelFailedThenItsOwnStatusAndNameAreReported() {
		ModelErrorException error = (ModelErrorException) error(424, "ModelErrorException",
				"{\"message\":\"m\",\"originalStatusCode\":529,\"resourceName\":\"anthropic.claude\"}");
		assertThat(error.originalStatusCode()).isEqualTo(529);
		assertThat(error.resourceName()).isEqualTo("anthropic.claude");
		assertThat(error).hasMessageContaining("the model responded with 529");
	}

	@Test
	void whenBodyIsKeptThenNoMessageOrStringFormShowsIt() {
		BedrockRuntimeServiceException error = error(502, null, "<html>secretword" + "x".repeat(20_000));
		assertThat(error.error().rawBody()).contains("secretword").hasSize(8192);
		assertThat(error.toString()).doesNotContain("secretword");
		assertThat(error.error().toString()).doesNotContain("secretword");
	}

	private static BedrockRuntimeServiceException error(int status, String header, String body) {
		return ServiceExceptionTranslator.ofResponse("Converse", metadata(status, header), utf8(body));
	}

	private static ResponseMetadata metadata(int status, String errorType) {
		return new ResponseMetadata("r-1", status,
				(errorType != null) ? Map.of("x-amzn-ErrorType", List.of(errorType)) : Map.of(), 1);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
