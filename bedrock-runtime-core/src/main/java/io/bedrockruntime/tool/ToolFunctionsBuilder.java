package io.bedrockruntime.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bedrockruntime.internal.schema.JsonSchemas;
import io.bedrockruntime.internal.schema.JsonValues;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.tool.ToolInputSchema;
import io.bedrockruntime.model.tool.ToolSpecification;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Builds {@link ToolFunctions}.
 *
 * @since 0.1.0
 */
public final class ToolFunctionsBuilder {

	static final String FAILED = "The tool failed.";

	private final Map<String, RegisteredTool> tools = new LinkedHashMap<>();

	private BiFunction<ToolUseBlock, Exception, String> errorText = (use, ex) -> FAILED;

	ToolFunctionsBuilder() {
	}

	/**
	 * Add a tool whose function may block.
	 * @param specification what the model is told of the tool
	 * @param function what runs when the model uses it
	 * @return this builder
	 */
	public ToolFunctionsBuilder tool(ToolSpecification specification, ToolFunction<JsonNode> function) {
		return add(new RegisteredTool.Blocking(specification, function));
	}

	/**
	 * Add a tool whose function may block, and whose input has a type. It needs the
	 * libraries that derive a schema from a type.
	 * @param <I> the type of the input
	 * @param name the tool's name
	 * @param description what the tool does, and when to use it
	 * @param input the type of the input, such as a record
	 * @param function what runs when the model uses the tool
	 * @return this builder
	 */
	public <I> ToolFunctionsBuilder tool(String name, String description, Class<I> input, ToolFunction<I> function) {
		Assert.notNull(function, "'function' must not be null");
		return tool(specification(name, description, input), (json) -> function.apply(read(json, input)));
	}

	/**
	 * Add a tool whose function does not block.
	 * @param specification what the model is told of the tool
	 * @param function what runs when the model uses it; what its result may be is said at
	 * {@link ToolFunction#apply}
	 * @return this builder
	 */
	public ToolFunctionsBuilder reactiveTool(ToolSpecification specification,
			Function<JsonNode, ? extends Mono<?>> function) {
		return add(new RegisteredTool.Reactive(specification, function));
	}

	/**
	 * Add a tool whose function does not block, and whose input has a type. It needs the
	 * libraries that derive a schema from a type.
	 * @param <I> the type of the input
	 * @param name the tool's name
	 * @param description what the tool does, and when to use it
	 * @param input the type of the input, such as a record
	 * @param function what runs when the model uses the tool
	 * @return this builder
	 */
	public <I> ToolFunctionsBuilder reactiveTool(String name, String description, Class<I> input,
			Function<I, ? extends Mono<?>> function) {
		Assert.notNull(function, "'function' must not be null");
		return reactiveTool(specification(name, description, input), (json) -> function.apply(read(json, input)));
	}

	private static ToolSpecification specification(String name, String description, Class<?> input) {
		return ToolSpecification.of(name, ToolInputSchema.json(JsonSchemas.of(input))).withDescription(description);
	}

	private static <I> I read(JsonNode json, Class<I> type) {
		I input;
		try {
			input = JsonValues.read(json, type);
		}
		catch (JacksonException ex) {
			throw new ToolInputException("The input does not fit the tool's input schema at '" + path(ex) + "'.");
		}
		if (input == null) {
			throw new ToolInputException("The input must not be null.");
		}
		return input;
	}

	private static String path(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : String.valueOf(step.getIndex()))
			.collect(Collectors.joining("/", "/", ""));
	}

	private ToolFunctionsBuilder add(RegisteredTool tool) {
		String name = tool.specification().name();
		Assert.isTrue(!this.tools.containsKey(name), () -> "There is a tool of the name '" + name + "' already");
		this.tools.put(name, tool);
		return this;
	}

	/**
	 * Set what the model is told when a function throws. By default it is not told how,
	 * as exceptions may say more than the model, and who talks to it, should know. It is
	 * also the place to log what happened.
	 * @param errorText takes the tool use and what was thrown, returns the text
	 * @return this builder
	 */
	public ToolFunctionsBuilder errorText(BiFunction<ToolUseBlock, Exception, String> errorText) {
		this.errorText = errorText;
		return this;
	}

	/**
	 * Return the tools.
	 * @return the tools
	 */
	public ToolFunctions build() {
		Assert.state(!this.tools.isEmpty(), "There must be a tool at least");
		return new ToolFunctions(this.tools, this.errorText);
	}

}
