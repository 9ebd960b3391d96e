package io.bedrockruntime.tool;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import io.bedrockruntime.internal.BlockingCalls;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.tool.ToolSpecification;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A tool with the function that runs it.
 */
interface RegisteredTool {

	ToolSpecification specification();

	/**
	 * Run the tool on this thread.
	 */
	List<ToolResultContentBlock> run(JsonNode input) throws Exception;

	/**
	 * Run the tool when subscribed to, on a thread that it may block or on none.
	 */
	Mono<List<ToolResultContentBlock>> runReactively(JsonNode input);

	/**
	 * A tool whose function may block.
	 *
	 * @param specification the specification
	 * @param function the function
	 */
	record Blocking(ToolSpecification specification, ToolFunction<JsonNode> function) implements RegisteredTool {

		public Blocking {
			Assert.notNull(specification, "'specification' must not be null");
			Assert.notNull(function, "'function' must not be null");
		}

		@Override
		public List<ToolResultContentBlock> run(JsonNode input) throws Exception {
			return ToolResultContent.of(this.function.apply(input));
		}

		@Override
		public Mono<List<ToolResultContentBlock>> runReactively(JsonNode input) {
			Callable<List<ToolResultContentBlock>> call = () -> run(input);
			return Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic());
		}

	}

	/**
	 * A tool whose function does not block.
	 *
	 * @param specification the specification
	 * @param function the function
	 */
	record Reactive(ToolSpecification specification,
			Function<JsonNode, ? extends Mono<?>> function) implements RegisteredTool {

		public Reactive {
			Assert.notNull(specification, "'specification' must not be null");
			Assert.notNull(function, "'function' must not be null");
		}

		@Override
		public List<ToolResultContentBlock> run(JsonNode input) {
			return BlockingCalls.await(runReactively(input));
		}

		@Override
		public Mono<List<ToolResultContentBlock>> runReactively(JsonNode input) {
			return Mono.defer(() -> this.function.apply(input))
				.map(ToolResultContent::of)
				.switchIfEmpty(Mono.fromSupplier(() -> ToolResultContent.of(null)));
		}

	}

}
