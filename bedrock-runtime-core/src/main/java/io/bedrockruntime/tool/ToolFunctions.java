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
 * Tools that run in the application: what a model is told of them, and the functions that
 * answer when it uses them. Take the piece that you need: the
 * {@linkplain #toolConfiguration() configuration} of a request, the
 * {@linkplain #answer(ConverseRequest, ConverseResponse) next request} with the results
 * of what a response asks for, or the
 * {@linkplain #converse(BedrockRuntimeOperations, ConverseRequest, int) whole
 * conversation} until the model asks for nothing more.
 * <p>
 * A function that throws, an input that does not fit and a name that no tool has become
 * results with the status {@code error}, so that the model can mend what it did. It is
 * told that the tool failed, not how, see {@link ToolFunctionsBuilder#errorText}. Tools
 * that the service runs are left to the service. Instances can be shared if the functions
 * can.
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
	 * Return what a request says of the tools. A conversation that is answered with these
	 * functions gets it by itself if it has none.
	 * @return the configuration, without a choice of tool
	 */
	public ToolConfiguration toolConfiguration() {
		return ToolConfiguration
			.of(this.tools.values().stream().map((tool) -> Tool.toolSpec(tool.specification())).toList());
	}

	/**
	 * Return whether a response waits for results of tools that run in the application.
	 * @param response the response
	 * @return {@code true} if it is to be answered
	 */
	public boolean isRequested(ConverseResponse response) {
		return response.stopReason().equals(StopReason.TOOL_USE) && !uses(response).isEmpty();
	}

	private static List<ToolUseBlock> uses(ConverseResponse response) {
		return response.toolUses().stream().filter((use) -> use.type() == null).toList();
	}

	/**
	 * Run the tools that a response asks for, one after the other on the calling thread.
	 * Interrupting the thread ends it.
	 * @param request the request that the response came to
	 * @param response the response
	 * @return the next request: the response's message as it came, and one message with
	 * one result for each tool use, in order
	 */
	public ConverseRequest answer(ConverseRequest request, ConverseResponse response) {
		return next(request.toBuilder(), request.toolConfig(), response, results(response)).build();
	}

	/**
	 * Run the tools that a aggregated response asks for, as
	 * {@link #answer(ConverseRequest, ConverseResponse)} does.
	 * @param request the request that the response came to
	 * @param response the response, aggregated from a stream
	 * @return the next request
	 */
	public ConverseStreamRequest answer(ConverseStreamRequest request, ConverseResponse response) {
		return next(request.toBuilder(), request.toolConfig(), response, results(response)).build();
	}

	/**
	 * Run the tools that a response asks for, all at once. Functions that may block run
	 * on threads of their own; cancelling cancels them.
	 * @param request the request that the response came to
	 * @param response the response
	 * @return the next request
	 */
	public Mono<ConverseRequest> answerAsync(ConverseRequest request, ConverseResponse response) {
		return resultsReactively(response)
			.map((results) -> next(request.toBuilder(), request.toolConfig(), response, results).build());
	}

	/**
	 * Run the tools that a aggregated response asks for, as
	 * {@link #answerAsync(ConverseRequest, ConverseResponse)} does.
	 * @param request the request that the response came to
	 * @param response the response, aggregated from a stream
	 * @return the next request
	 */
	public Mono<ConverseStreamRequest> answerAsync(ConverseStreamRequest request, ConverseResponse response) {
		return resultsReactively(response)
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

	private Mono<List<ContentBlock>> resultsReactively(ConverseResponse response) {
		return Flux.defer(() -> {
			Assert.isTrue(isRequested(response), "Response asks for no tool");
			return Flux.fromIterable(uses(response));
		}).flatMapSequential(this::resultReactively, PARALLELISM).map(ContentBlock::toolResult).collectList();
	}

	private Mono<ToolResultBlock> resultReactively(ToolUseBlock use) {
		RegisteredTool tool = this.tools.get(use.name());
		if (tool == null) {
			return Mono.just(unknown(use));
		}
		return tool.runReactively(use.input())
			.map((content) -> ToolResultBlock.of(use.toolUseId(), content))
			.onErrorResume(Exception.class, (ex) -> Mono.fromSupplier(() -> failure(use, ex)));
	}

	private static ToolResultBlock unknown(ToolUseBlock use) {
		return ToolResultBlock.error(use.toolUseId(), "There is no tool of this name.");
	}

	private ToolResultBlock failure(ToolUseBlock use, Exception ex) {
		Throwable cause = Exceptions.unwrap(ex);
		if (cause instanceof ToolInputException misfit) {
			return ToolResultBlock.error(use.toolUseId(), String.valueOf(misfit.getMessage()));
		}
		String text = this.errorText.apply(use, (cause instanceof Exception exception) ? exception : ex);
		return ToolResultBlock.error(use.toolUseId(), text.isBlank() ? ToolFunctionsBuilder.FAILED : text);
	}

	/**
	 * Converse until the model asks for no tool any more. Where the request forces the
	 * model to use a tool, it does so for the first turn only.
	 * @param operations what calls the model
	 * @param request the first request
	 * @param maxTurns how many calls of the model there may be, each of which is billed
	 * @return all responses and the last request
	 * @throws ToolTurnsExceededException if the model still asks for tools after that
	 */
	public ToolTurns converse(BedrockRuntimeOperations operations, ConverseRequest request, int maxTurns) {
		ToolConversation<ConverseRequest> conversation = conversation(request, maxTurns);
		do {
			if (conversation.isUnderWay()) {
				ConverseRequest last = conversation.request();
				ConverseResponse response = conversation.toAnswer();
				conversation
					.goOn(next(last.toBuilder(), unforced(last.toolConfig()), response, results(response)).build());
			}
			conversation.add(operations.converse(conversation.request()));
		}
		while (isRequested(conversation.response()));
		return conversation.turns();
	}

	/**
	 * Converse until the model asks for no tool any more, as
	 * {@link #converse(BedrockRuntimeOperations, ConverseRequest, int)} does.
	 * @param operations what calls the model
	 * @param request the first request
	 * @param maxTurns how many calls of the model there may be, each of which is billed
	 * @return all responses and the last request
	 */
	public Mono<ToolTurns> converse(ReactiveBedrockRuntimeOperations operations, ConverseRequest request,
			int maxTurns) {
		return Mono.defer(() -> {
			ToolConversation<ConverseRequest> conversation = conversation(request, maxTurns);
			return goOn(conversation, (last, response) -> resultsReactively(response)
				.map((results) -> next(last.toBuilder(), unforced(last.toolConfig()), response, results).build()))
				.then(Mono.defer(() -> operations.converse(conversation.request())))
				.doOnNext(conversation::add)
				.repeat(() -> isRequested(conversation.response()))
				.then(Mono.fromSupplier(conversation::turns));
		});
	}

	/**
	 * Converse until the model asks for no tool any more, as
	 * {@link #converse(BedrockRuntimeOperations, ConverseRequest, int)} does, and receive
	 * each message as it is generated.
	 * @param operations what calls the model
	 * @param request the first request
	 * @param maxTurns how many calls of the model there may be, each of which is billed
	 * @param onTurn receives the turns so far when a message is whole and before the
	 * tools that it asks for run
	 * @return the events of all messages, one after the other
	 */
	public Flux<ConverseStreamOutput> converseStream(ReactiveBedrockRuntimeOperations operations,
			ConverseStreamRequest request, int maxTurns, Consumer<ToolTurns> onTurn) {
		return Flux.defer(() -> {
			ToolConversation<ConverseStreamRequest> conversation = new ToolConversation<>(
					(request.toolConfig() != null) ? request
							: request.toBuilder().toolConfig(toolConfiguration()).build(),
					ConverseStreamRequest::toConverseRequest, maxTurns);
			return goOn(conversation, (last, response) -> resultsReactively(response)
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

	private static <R> Mono<Void> goOn(ToolConversation<R> conversation,
			BiFunction<R, ConverseResponse, Mono<R>> next) {
		return Mono.defer(() -> conversation.isUnderWay()
				? next.apply(conversation.request(), conversation.toAnswer()).doOnNext(conversation::goOn)
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
