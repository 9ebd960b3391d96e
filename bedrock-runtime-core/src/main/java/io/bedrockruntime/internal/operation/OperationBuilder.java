package io.bedrockruntime.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.bedrockruntime.internal.event.ServiceEventReader;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.ObservedOperation;
import io.bedrockruntime.settings.FailoverTarget;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Builder of the descriptor of an operation. By default a request has no body, and
 * without {@link #failsOver} it is sent only to the client's own target.
 *
 * @param <I> the type of request
 */
final class OperationBuilder<I> {

	private static final byte[] NOTHING = {};

	private final String name;

	private final HttpMethod method;

	private final String template;

	private final Map<String, Function<I, String>> labels = new LinkedHashMap<>();

	private final Map<String, String> fixedHeaders = new LinkedHashMap<>();

	private final Map<String, Function<I, @Nullable Object>> headers = new LinkedHashMap<>();

	private final Map<String, Function<I, @Nullable Object>> query = new LinkedHashMap<>();

	private @Nullable Function<I, String> modelId;

	private @Nullable Function<I, @Nullable String> accept;

	private Function<I, byte[]> body = (request) -> NOTHING;

	private boolean eventStreamBody;

	private @Nullable InferenceView<I> inference;

	private @Nullable BiFunction<I, FailoverTarget, I> failover;

	private boolean runsModel;

	private @Nullable String genAiName;

	OperationBuilder(String name, HttpMethod method, String template) {
		this.name = name;
		this.method = method;
		this.template = template;
	}

	/**
	 * Bind a member to a label of the path.
	 */
	OperationBuilder<I> label(String label, Function<I, String> member) {
		this.labels.put(label, member);
		return this;
	}

	/**
	 * Bind the model to the label {@code modelId}.
	 */
	OperationBuilder<I> modelLabel(Function<I, String> member) {
		return label("modelId", member).model(member);
	}

	/**
	 * Set the member that names the model.
	 */
	OperationBuilder<I> model(Function<I, String> member) {
		this.modelId = member;
		return this;
	}

	/**
	 * Bind a member to a header. An absent member has none.
	 */
	OperationBuilder<I> header(String header, Function<I, @Nullable Object> member) {
		this.headers.put(header, member);
		return this;
	}

	/**
	 * Bind a member to a parameter of the query. An absent member has none.
	 */
	OperationBuilder<I> query(String parameter, Function<I, @Nullable Object> member) {
		this.query.put(parameter, member);
		return this;
	}

	/**
	 * Bind a member to the header {@code Accept}, which is JSON if the member is absent.
	 */
	OperationBuilder<I> accept(Function<I, @Nullable String> member) {
		this.accept = member;
		return this;
	}

	/**
	 * Write the members without another binding to a JSON body.
	 */
	OperationBuilder<I> jsonBody() {
		return jsonBody(UnaryOperator.identity());
	}

	/**
	 * Write the members without another binding to a JSON body, after the request is
	 * completed.
	 */
	OperationBuilder<I> jsonBody(UnaryOperator<I> completion) {
		this.fixedHeaders.put("content-type", MediaType.APPLICATION_JSON_VALUE);
		this.body = (request) -> BedrockRuntimeJson.mapper().writeValueAsBytes(completion.apply(request));
		return this;
	}

	/**
	 * Send a member unchanged as the body.
	 */
	OperationBuilder<I> blobBody(Function<I, @Nullable String> contentType, Function<I, @Nullable Blob> member) {
		this.headers.put("content-type", (request) -> {
			String type = contentType.apply(request);
			return (type != null) ? type : MediaType.APPLICATION_JSON_VALUE;
		});
		this.body = (request) -> {
			Blob blob = member.apply(request);
			return (blob != null) ? blob.asByteArrayUnsafe() : NOTHING;
		};
		return this;
	}

	/**
	 * Send a stream of events as the body.
	 */
	OperationBuilder<I> eventStreamBody() {
		this.fixedHeaders.put("content-type", HttpBinding.EVENT_STREAM);
		this.eventStreamBody = true;
		return this;
	}

	/**
	 * Mark the operation as one that runs a model, whose calls consume tokens.
	 */
	OperationBuilder<I> runsModel() {
		this.runsModel = true;
		return this;
	}

	/**
	 * Mark the operation as one that runs a model and takes the client's defaults and
	 * request metadata, and that may be sent to another target under that target's model
	 * and guardrail.
	 */
	OperationBuilder<I> infers(InferenceView<I> view) {
		this.inference = view;
		return runsModel().failsOver((request, target) -> view.of(request).at(target));
	}

	/**
	 * Allow to send a request to another target.
	 * @param adapter adapts a request to the target
	 */
	OperationBuilder<I> failsOver(BiFunction<I, FailoverTarget, I> adapter) {
		this.failover = adapter;
		return this;
	}

	/**
	 * Set the operation name of the semantic conventions for generative AI. By default
	 * the name depends on the model.
	 */
	OperationBuilder<I> genAiName(String genAiName) {
		this.genAiName = genAiName;
		return this;
	}

	/**
	 * Build an operation whose response is entirely in its JSON body.
	 */
	<O> UnaryOperation<I, O> returns(Class<O> type, BiFunction<O, ResponseMetadata, O> withMetadata) {
		return returns((body, metadata) -> withMetadata
			.apply(ResponseUnmarshaller.read(this.name, type, body, metadata), metadata));
	}

	/**
	 * Build an operation with a custom reader of the response.
	 */
	<O> UnaryOperation<I, O> returns(BiFunction<byte[], ResponseMetadata, O> reader) {
		return new UnaryOperation<>(this, reader);
	}

	/**
	 * Build an operation whose response is a stream of events.
	 * @param reader creates a reader of the events from the name of the operation
	 * @param response creates the response without its stream
	 */
	<E, R> StreamOperation<I, E, R> streams(Function<String, ? extends ServiceEventReader<E>> reader,
			Function<ResponseMetadata, R> response) {
		return new StreamOperation<>(this, reader, response);
	}

	HttpBinding<I> binding(boolean streaming) {
		return new HttpBinding<>(this.name, this.method, PathTemplate.of(this.template, this.labels),
				new LinkedHashMap<>(this.query), Map.copyOf(this.fixedHeaders), new LinkedHashMap<>(this.headers),
				this.modelId, this.accept, this.body, this.eventStreamBody, streaming);
	}

	ObservedOperation observed(boolean streaming) {
		return new ObservedOperation(this.name, streaming, this.runsModel, this.genAiName);
	}

	@Nullable InferenceView<I> inference() {
		return this.inference;
	}

	@Nullable BiFunction<I, FailoverTarget, I> failover() {
		return this.failover;
	}

}
