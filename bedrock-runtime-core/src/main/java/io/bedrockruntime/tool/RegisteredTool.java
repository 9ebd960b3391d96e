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
 * Tool with the function that runs it.
 */
interface RegisteredTool {

	ToolSpecification specification();

	/**
	 * Run the tool on this thread.
	 */
	List<ToolResultContentBlock> run(JsonNode input) throws Exception;

	/**
	 * Run the tool on subscription. A function that may block runs on a thread that
	 * permits this.
	 */
	Mono<List<ToolResultContentBlock>> runAsync(JsonNode input);

	/**
	 * Tool whose function may block.
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
		public Mono<List<ToolResultContentBlock>> runAsync(JsonNode input) {
			Callable<List<ToolResultContentBlock>> call = () -> run(input);
			return Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic());
		}

	}

	/**
	 * Tool whose function does not block.
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
			return BlockingCalls.await(runAsync(input));
		}

		@Override
		public Mono<List<ToolResultContentBlock>> runAsync(JsonNode input) {
			return Mono.defer(() -> this.function.apply(input))
				.map(ToolResultContent::of)
				.switchIfEmpty(Mono.fromSupplier(() -> ToolResultContent.of(null)));
		}

	}

}
