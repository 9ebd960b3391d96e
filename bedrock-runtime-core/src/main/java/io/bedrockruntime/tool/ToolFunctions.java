package io.bedrockruntime.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.internal.BlockingCalls;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ConversationRole;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.ConversationBuilder;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolChoice;
import io.bedrockruntime.model.tool.ToolConfiguration;
import io.bedrockruntime.stream.ConverseStreamAggregator;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Tools that run in the application: their specifications for the model, and the
 * functions that run when the model uses them. The parts can be used separately: the
 * {@linkplain #toolConfiguration() configuration} of a request, the
 * {@linkplain #answer(ConverseRequest, ConverseResponse) next request} with the results
 * that a response requests, or the
 * {@linkplain #converse(BedrockRuntimeOperations, ConverseRequest, int) complete
 * conversation} until the model requests no more tools.
 * <p>
 * If a function throws, an input does not match, or a name is unknown, the result has the
 * status {@code error}, so that the model can recover. By default the model is not given
 * the reason, see {@link ToolFunctionsBuilder#errorText}. Tools that the service runs are
 * ignored. An instance is thread-safe if its functions are.
 *
 * @since 0.1.0
 */
public final class ToolFunctions {

	private static final int PARALLELISM = 256;

	private final Map<String, RegisteredTool> tools;

	private final BiFunction<ToolUseBlock, Exception, String> errorText;

	ToolFunctions(Map<String, RegisteredTool> tools, BiFunction<ToolUseBlock, Exception, String> errorText) {
		this.tools = new LinkedHashMap<>(tools);
		this.errorText = errorText;
	}

	/**
	 * Return a builder.
	 * @return the builder
	 */
	public static ToolFunctionsBuilder builder() {
		return new ToolFunctionsBuilder();
	}

	/**
	 * Return the tool configuration for requests. A conversation with these functions
	 * that has no configuration receives this one automatically.
	 * @return the configuration, without a choice of tool
	 */
	public ToolConfiguration toolConfiguration() {
		return ToolConfiguration
			.of(this.tools.values().stream().map((tool) -> Tool.toolSpec(tool.specification())).toList());
	}

	/**
	 * Return whether a response requests results of tools that run in the application.
	 * @param response the response
	 * @return {@code true} if the next request must contain results
	 */
	public boolean isRequested(ConverseResponse response) {
		return response.stopReason().equals(StopReason.TOOL_USE) && !uses(response).isEmpty();
	}

	private static List<ToolUseBlock> uses(ConverseResponse response) {
		return response.toolUses().stream().filter((use) -> use.type() == null).toList();
	}

	/**
	 * Run the tools that a response requests, one after the other on the calling thread.
	 * Interrupting the thread ends the run.
	 * @param request the request that led to the response
	 * @param response the response
	 * @return the next request: it adds the unchanged message of the response, and one
	 * message with one result for each tool use, in order
	 */
	public ConverseRequest answer(ConverseRequest request, ConverseResponse response) {
		return next(request.toBuilder(), request.toolConfig(), response, results(response)).build();
	}

	/**
	 * Run the tools that an aggregated response requests, as
	 * {@link #answer(ConverseRequest, ConverseResponse)} does.
	 * @param request the request that led to the response
	 * @param response the response, aggregated from a stream
	 * @return the next request
	 */
	public ConverseStreamRequest answer(ConverseStreamRequest request, ConverseResponse response) {
		return next(request.toBuilder(), request.toolConfig(), response, results(response)).build();
	}

	/**
	 * Run the tools that a response requests, all at the same time. Functions that may
	 * block run on the bounded elastic scheduler. Cancelling the result cancels the
	 * tools.
	 * @param request the request that led to the response
	 * @param response the response
	 * @return the next request
	 */
	public Mono<ConverseRequest> answerAsync(ConverseRequest request, ConverseResponse response) {
		return resultsAsync(response)
			.map((results) -> next(request.toBuilder(), request.toolConfig(), response, results).build());
	}

	/**
	 * Run the tools that an aggregated response requests, as
	 * {@link #answerAsync(ConverseRequest, ConverseResponse)} does.
	 * @param request the request that led to the response
	 * @param response the response, aggregated from a stream
	 * @return the next request
	 */
	public Mono<ConverseStreamRequest> answerAsync(ConverseStreamRequest request, ConverseResponse response) {
		return resultsAsync(response)
			.map((results) -> next(request.toBuilder(), request.toolConfig(), response, results).build());
	}

	private <B extends ConversationBuilder<B>> B next(B builder, @Nullable ToolConfiguration toolConfig,
			ConverseResponse response, List<ContentBlock> results) {
		Message message = response.message();
		Assert.state(message != null, "Response has no message");
		return builder.toolConfig((toolConfig != null) ? toolConfig : toolConfiguration())
			.add(message)
			.add(new Message(ConversationRole.USER, results));
	}

	private List<ContentBlock> results(ConverseResponse response) {
		BlockingCalls.checkThread();
		Assert.isTrue(isRequested(response), "Response asks for no tool");
		List<ContentBlock> results = new ArrayList<>();
		for (ToolUseBlock use : uses(response)) {
			results.add(ContentBlock.toolResult(result(use)));
		}
		return results;
	}

	private ToolResultBlock result(ToolUseBlock use) {
		RegisteredTool tool = this.tools.get(use.name());
		if (tool == null) {
			return unknown(use);
		}
		try {
			return ToolResultBlock.of(use.toolUseId(), tool.run(use.input()));
		}
		catch (Exception ex) {
			boolean interrupted = ex instanceof InterruptedException;
			if (interrupted || Thread.currentThread().isInterrupted()) {
				Thread.currentThread().interrupt();
				throw new BedrockRuntimeClientException("Tools were cancelled, as the running thread was interrupted",
						interrupted ? ex : null);
			}
			return failure(use, ex);
		}
	}

	private Mono<List<ContentBlock>> resultsAsync(ConverseResponse response) {
		return Flux.defer(() -> {
			Assert.isTrue(isRequested(response), "Response asks for no tool");
			return Flux.fromIterable(uses(response));
		}).flatMapSequential(this::resultAsync, PARALLELISM).map(ContentBlock::toolResult).collectList();
	}

	private Mono<ToolResultBlock> resultAsync(ToolUseBlock use) {
		RegisteredTool tool = this.tools.get(use.name());
		if (tool == null) {
			return Mono.just(unknown(use));
		}
		return tool.runAsync(use.input())
			.map((content) -> ToolResultBlock.of(use.toolUseId(), content))
			.onErrorResume(Exception.class, (ex) -> Mono.fromSupplier(() -> failure(use, ex)));
	}

	private static ToolResultBlock unknown(ToolUseBlock use) {
		return ToolResultBlock.error(use.toolUseId(), "There is no tool of this name.");
	}

	private ToolResultBlock failure(ToolUseBlock use, Exception ex) {
		Throwable cause = Exceptions.unwrap(ex);
		if (cause instanceof ToolInputException mismatch) {
			return ToolResultBlock.error(use.toolUseId(), String.valueOf(mismatch.getMessage()));
		}
		String text = this.errorText.apply(use, (cause instanceof Exception exception) ? exception : ex);
		return ToolResultBlock.error(use.toolUseId(), text.isBlank() ? ToolFunctionsBuilder.FAILED : text);
	}

	/**
	 * Converse until the model requests no more tools. If the request forces the model to
	 * use a tool, it does so for the first turn only.
	 * @param operations the operations that call the model
	 * @param request the first request
	 * @param maxTurns the maximum number of calls of the model, each of which is billed
	 * @return all responses and the last request
	 * @throws ToolTurnsExceededException if the model still requests tools after that
	 */
	public ToolTurns converse(BedrockRuntimeOperations operations, ConverseRequest request, int maxTurns) {
		ToolConversation<ConverseRequest> conversation = conversation(request, maxTurns);
		do {
			if (conversation.hasStarted()) {
				ConverseRequest last = conversation.request();
				ConverseResponse response = conversation.requireTurnLeft();
				conversation
					.advance(next(last.toBuilder(), unforced(last.toolConfig()), response, results(response)).build());
			}
			conversation.add(operations.converse(conversation.request()));
		}
		while (isRequested(conversation.response()));
		return conversation.turns();
	}

	/**
	 * Converse until the model requests no more tools, as
	 * {@link #converse(BedrockRuntimeOperations, ConverseRequest, int)} does.
	 * @param operations the operations that call the model
	 * @param request the first request
	 * @param maxTurns the maximum number of calls of the model, each of which is billed
	 * @return all responses and the last request
	 */
	public Mono<ToolTurns> converse(ReactiveBedrockRuntimeOperations operations, ConverseRequest request,
			int maxTurns) {
		return Mono.defer(() -> {
			ToolConversation<ConverseRequest> conversation = conversation(request, maxTurns);
			return advance(conversation, (last, response) -> resultsAsync(response)
				.map((results) -> next(last.toBuilder(), unforced(last.toolConfig()), response, results).build()))
				.then(Mono.defer(() -> operations.converse(conversation.request())))
				.doOnNext(conversation::add)
				.repeat(() -> isRequested(conversation.response()))
				.then(Mono.fromSupplier(conversation::turns));
		});
	}

	/**
	 * Converse until the model requests no more tools, as
	 * {@link #converse(BedrockRuntimeOperations, ConverseRequest, int)} does, and receive
	 * each message as it is generated.
	 * @param operations the operations that call the model
	 * @param request the first request
	 * @param maxTurns the maximum number of calls of the model, each of which is billed
	 * @param onTurn receives the turns so far when a message is complete, before the
	 * tools that it requests run
	 * @return the events of all messages, one after the other
	 */
	public Flux<ConverseStreamOutput> converseStream(ReactiveBedrockRuntimeOperations operations,
			ConverseStreamRequest request, int maxTurns, Consumer<ToolTurns> onTurn) {
		return Flux.defer(() -> {
			ToolConversation<ConverseStreamRequest> conversation = new ToolConversation<>(
					(request.toolConfig() != null) ? request
							: request.toBuilder().toolConfig(toolConfiguration()).build(),
					ConverseStreamRequest::toConverseRequest, maxTurns);
			return advance(conversation, (last, response) -> resultsAsync(response)
				.map((results) -> next(last.toBuilder(), unforced(last.toolConfig()), response, results).build()))
				.thenMany(Flux.defer(() -> {
					ConverseStreamAggregator aggregator = new ConverseStreamAggregator();
					return operations.converseStream(conversation.request(), aggregator::responded)
						.doOnNext(aggregator::accept)
						.doOnComplete(() -> {
							conversation.add(aggregator.response());
							onTurn.accept(conversation.turns());
						});
				}))
				.repeat(() -> isRequested(conversation.response()));
		});
	}

	private ToolConversation<ConverseRequest> conversation(ConverseRequest request, int maxTurns) {
		return new ToolConversation<>(
				(request.toolConfig() != null) ? request : request.toBuilder().toolConfig(toolConfiguration()).build(),
				Function.identity(), maxTurns);
	}

	private static <R> Mono<Void> advance(ToolConversation<R> conversation,
			BiFunction<R, ConverseResponse, Mono<R>> next) {
		return Mono.defer(() -> conversation.hasStarted()
				? next.apply(conversation.request(), conversation.requireTurnLeft()).doOnNext(conversation::advance)
				: Mono.empty())
			.then();
	}

	private static @Nullable ToolConfiguration unforced(@Nullable ToolConfiguration toolConfig) {
		if (toolConfig == null) {
			return null;
		}
		ToolChoice choice = toolConfig.toolChoice();
		boolean forced = choice instanceof ToolChoice.Any || choice instanceof ToolChoice.Tool;
		return forced ? toolConfig.withToolChoice(null) : toolConfig;
	}

}
