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
 * Builder of {@link ToolFunctions}.
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
	 * @param specification the specification of the tool for the model
	 * @param function the function that runs when the model uses the tool
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
	 * @param function the function that runs when the model uses the tool
	 * @return this builder
	 */
	public <I> ToolFunctionsBuilder tool(String name, String description, Class<I> input, ToolFunction<I> function) {
		Assert.notNull(function, "'function' must not be null");
		return tool(specification(name, description, input), (json) -> function.apply(read(json, input)));
	}

	/**
	 * Add a tool whose function does not block.
	 * @param specification the specification of the tool for the model
	 * @param function the function that runs when the model uses the tool;
	 * {@link ToolFunction#apply} describes the possible results
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
	 * @param function the function that runs when the model uses the tool
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
		Assert.isTrue(!this.tools.containsKey(name), () -> "A tool with the name '" + name + "' exists already");
		this.tools.put(name, tool);
		return this;
	}

	/**
	 * Set the function that creates the error text for the model when a tool function
	 * throws. By default the text does not contain the exception, which may reveal more
	 * than the model and its user should know. The function can also log the exception.
	 * @param errorText returns the text for a tool use and the exception
	 * @return this builder
	 */
	public ToolFunctionsBuilder errorText(BiFunction<ToolUseBlock, Exception, String> errorText) {
		this.errorText = errorText;
		return this;
	}

	/**
	 * Build the tool functions.
	 * @return the tool functions
	 */
	public ToolFunctions build() {
		Assert.state(!this.tools.isEmpty(), "At least one tool is required");
		return new ToolFunctions(this.tools, this.errorText);
	}

}
