package io.bedrockruntime.test.mock;

import java.util.Map;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.invoke.InvokeModelResponse;
import io.bedrockruntime.model.invoke.PayloadPart;
import io.bedrockruntime.model.invoke.ResponseStream;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * Factory of responses of InvokeModel and InvokeModelWithResponseStream, whose bodies
 * have the format of the model.
 *
 * @since 0.1.0
 */
public final class InvokeModelResponses {

	private static final ResponseMetadata METADATA = new ResponseMetadata("00000000-0000-0000-0000-000000000000", 200,
			Map.of(), 1);

	private InvokeModelResponses() {
	}

	/**
	 * Return a JSON response.
	 * @param body the body
	 * @return the response
	 */
	public static InvokeModelResponse json(String body) {
		return new InvokeModelResponse(Blob.ofUtf8(body), "application/json", null, null, METADATA);
	}

	/**
	 * Return a JSON response.
	 * @param body the body, a map or a bean, which Jackson writes with its default
	 * settings
	 * @return the response
	 */
	public static InvokeModelResponse json(Object body) {
		return json(JsonMapper.shared().writeValueAsString(body));
	}

	/**
	 * Return a stream.
	 * @param chunks the content of the chunks, in the format of the model
	 * @return the stream
	 */
	public static Flux<ResponseStream> chunks(String... chunks) {
		return Flux.fromArray(chunks).map((chunk) -> ResponseStream.chunk(new PayloadPart(Blob.ofUtf8(chunk))));
	}

	/**
	 * Return a stream that fails.
	 * @param failure the failure, for example one of {@link ServiceExceptions}
	 * @param chunksBefore the content of the chunks before the failure
	 * @return the stream
	 */
	public static Flux<ResponseStream> failing(Throwable failure, String... chunksBefore) {
		return chunks(chunksBefore).concatWith(Flux.error(failure));
	}

}
