package io.bedrockruntime.model.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.Message;
import io.bedrockruntime.model.content.SystemContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import io.bedrockruntime.model.tool.Tool;
import io.bedrockruntime.model.tool.ToolConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Base class of the builders of Converse and ConverseStream requests. A method named
 * after a member of the request replaces that member; {@code user}, {@code assistant} and
 * {@code system} with a text append to the current value.
 *
 * @param <B> the builder itself
 * @since 0.1.0
 */
public abstract class ConversationBuilder<B extends ConversationBuilder<B>> {

	private @Nullable String modelId;

	private @Nullable List<Message> messages;

	private @Nullable List<SystemContentBlock> system;

	private @Nullable InferenceConfiguration inferenceConfig;

	private @Nullable ToolConfiguration toolConfig;

	private @Nullable JsonNode additionalModelRequestFields;

	private @Nullable Map<String, PromptVariableValues> promptVariables;

	private @Nullable List<String> additionalModelResponseFieldPaths;

	private @Nullable Map<String, String> requestMetadata;

	private @Nullable PerformanceConfiguration performanceConfig;

	private @Nullable ServiceTier serviceTier;

	private @Nullable OutputConfig outputConfig;

	/**
	 * Create an empty builder.
	 */
	protected ConversationBuilder() {
	}

	/**
	 * Create a builder with all members of a request except its guardrail.
	 * @param request the request
	 */
	protected ConversationBuilder(ConverseRequest request) {
		this.modelId = request.modelId();
		this.messages = request.messages();
		this.system = request.system();
		this.inferenceConfig = request.inferenceConfig();
		this.toolConfig = request.toolConfig();
		this.additionalModelRequestFields = request.additionalModelRequestFields();
		this.promptVariables = request.promptVariables();
		this.additionalModelResponseFieldPaths = request.additionalModelResponseFieldPaths();
		this.requestMetadata = request.requestMetadata();
		this.performanceConfig = request.performanceConfig();
		this.serviceTier = request.serviceTier();
		this.outputConfig = request.outputConfig();
	}

	/**
	 * Return the request with all members that were set in this builder.
	 * @param guardrailConfig the guardrail
	 * @return the request
	 */
	protected ConverseRequest build(@Nullable GuardrailConfiguration guardrailConfig) {
		Assert.hasText(this.modelId, "'modelId' must be set in the request, or a default model in the client");
		return new ConverseRequest(this.modelId, this.messages, this.system, this.inferenceConfig, this.toolConfig,
				guardrailConfig, this.additionalModelRequestFields, this.promptVariables,
				this.additionalModelResponseFieldPaths, this.requestMetadata, this.performanceConfig, this.serviceTier,
				this.outputConfig);
	}

	/**
	 * Set the model.
	 * @param modelId the model, inference profile or prompt, by identifier or ARN
	 * @return this builder
	 */
	public B modelId(String modelId) {
		this.modelId = modelId;
		return self();
	}

	/**
	 * Set the messages.
	 * @param messages the conversation, oldest message first
	 * @return this builder
	 */
	public B messages(@Nullable List<Message> messages) {
		this.messages = messages;
		return self();
	}

	/**
	 * Set the messages.
	 * @param messages the conversation, oldest message first
	 * @return this builder
	 */
	public B messages(Message... messages) {
		return messages(List.of(messages));
	}

	/**
	 * Add a user message.
	 * @param text the message's text
	 * @return this builder
	 */
	public B user(String text) {
		return add(Message.user(text));
	}

	/**
	 * Add a user message.
	 * @param content the message's blocks
	 * @return this builder
	 */
	public B user(ContentBlock... content) {
		return add(Message.user(content));
	}

	/**
	 * Add an assistant message.
	 * @param text the message's text
	 * @return this builder
	 */
	public B assistant(String text) {
		return add(Message.assistant(text));
	}

	/**
	 * Add an assistant message.
	 * @param content the message's blocks
	 * @return this builder
	 */
	public B assistant(ContentBlock... content) {
		return add(Message.assistant(content));
	}

	/**
	 * Add a message.
	 * @param message the message, usually one that the model generated
	 * @return this builder
	 */
	public B add(Message message) {
		this.messages = append(this.messages, message);
		return self();
	}

	/**
	 * Set the system instructions.
	 * @param system the instructions
	 * @return this builder
	 */
	public B system(@Nullable List<SystemContentBlock> system) {
		this.system = system;
		return self();
	}

	/**
	 * Set the system instructions.
	 * @param system the instructions
	 * @return this builder
	 */
	public B system(SystemContentBlock... system) {
		return system(List.of(system));
	}

	/**
	 * Add a system instruction.
	 * @param text the instruction
	 * @return this builder
	 */
	public B system(String text) {
		this.system = append(this.system, SystemContentBlock.text(text));
		return self();
	}

	/**
	 * Set the inference parameters.
	 * @param inferenceConfig the parameters, {@code null} for the model's defaults
	 * @return this builder
	 */
	public B inferenceConfig(@Nullable InferenceConfiguration inferenceConfig) {
		this.inferenceConfig = inferenceConfig;
		return self();
	}

	/**
	 * Set the maximum number of tokens that the model generates.
	 * @param maxTokens the number of tokens, at least 1
	 * @return this builder
	 */
	public B maxTokens(int maxTokens) {
		return inferenceConfig(inference().withMaxTokens(maxTokens));
	}

	/**
	 * Set the temperature, which is the randomness of the output.
	 * @param temperature from 0 (always the likeliest token) to 1
	 * @return this builder
	 */
	public B temperature(float temperature) {
		return inferenceConfig(inference().withTemperature(temperature));
	}

	/**
	 * Set the share of the likeliest tokens that the model chooses from.
	 * @param topP from 0 to 1
	 * @return this builder
	 */
	public B topP(float topP) {
		return inferenceConfig(inference().withTopP(topP));
	}

	/**
	 * Set the sequences that end the generation.
	 * @param stopSequences the sequences
	 * @return this builder
	 */
	public B stopSequences(List<String> stopSequences) {
		return inferenceConfig(inference().withStopSequences(stopSequences));
	}

	/**
	 * Set the sequences that end the generation.
	 * @param stopSequences the sequences
	 * @return this builder
	 */
	public B stopSequences(String... stopSequences) {
		return stopSequences(List.of(stopSequences));
	}

	/**
	 * Set the tools and the tool choice.
	 * @param toolConfig the configuration, {@code null} for none
	 * @return this builder
	 */
	public B toolConfig(@Nullable ToolConfiguration toolConfig) {
		this.toolConfig = toolConfig;
		return self();
	}

	/**
	 * Set the tools. The tool choice is not changed.
	 * @param tools the tools
	 * @return this builder
	 */
	public B tools(List<Tool> tools) {
		return toolConfig((this.toolConfig != null) ? this.toolConfig.withTools(tools) : ToolConfiguration.of(tools));
	}

	/**
	 * Set the tools. The tool choice is not changed.
	 * @param tools the tools
	 * @return this builder
	 */
	public B tools(Tool... tools) {
		return tools(List.of(tools));
	}

	/**
	 * Set parameters that only some models support.
	 * @param additionalModelRequestFields the parameters, an object
	 * @return this builder
	 */
	public B additionalModelRequestFields(@Nullable JsonNode additionalModelRequestFields) {
		this.additionalModelRequestFields = additionalModelRequestFields;
		return self();
	}

	/**
	 * Set the values of a prompt's variables.
	 * @param promptVariables the values by variable, only if the model is a prompt
	 * @return this builder
	 */
	public B promptVariables(@Nullable Map<String, PromptVariableValues> promptVariables) {
		this.promptVariables = promptVariables;
		return self();
	}

	/**
	 * Set the parts of the model's native response to return.
	 * @param additionalModelResponseFieldPaths JSON pointers
	 * @return this builder
	 */
	public B additionalModelResponseFieldPaths(@Nullable List<String> additionalModelResponseFieldPaths) {
		this.additionalModelResponseFieldPaths = additionalModelResponseFieldPaths;
		return self();
	}

	/**
	 * Set the parts of the model's native response to return.
	 * @param additionalModelResponseFieldPaths JSON pointers
	 * @return this builder
	 */
	public B additionalModelResponseFieldPaths(String... additionalModelResponseFieldPaths) {
		return additionalModelResponseFieldPaths(List.of(additionalModelResponseFieldPaths));
	}

	/**
	 * Set the metadata of the request in the invocation log.
	 * @param requestMetadata keys and values
	 * @return this builder
	 */
	public B requestMetadata(@Nullable Map<String, String> requestMetadata) {
		this.requestMetadata = requestMetadata;
		return self();
	}

	/**
	 * Set the performance settings.
	 * @param performanceConfig the settings, {@code null} for the default
	 * @return this builder
	 */
	public B performanceConfig(@Nullable PerformanceConfiguration performanceConfig) {
		this.performanceConfig = performanceConfig;
		return self();
	}

	/**
	 * Set the service tier.
	 * @param serviceTier the tier, {@code null} for the default
	 * @return this builder
	 */
	public B serviceTier(@Nullable ServiceTier serviceTier) {
		this.serviceTier = serviceTier;
		return self();
	}

	/**
	 * Set the output settings of the model.
	 * @param outputConfig the output settings, {@code null} for the default
	 * @return this builder
	 */
	public B outputConfig(@Nullable OutputConfig outputConfig) {
		this.outputConfig = outputConfig;
		return self();
	}

	private InferenceConfiguration inference() {
		return (this.inferenceConfig != null) ? this.inferenceConfig : InferenceConfiguration.defaults();
	}

	private static <T> List<T> append(@Nullable List<T> items, T item) {
		List<T> appended = (items instanceof OwnedList<T> owned) ? owned : new OwnedList<>();
		if (items != null && items != appended) {
			appended.addAll(items);
		}
		appended.add(item);
		return appended;
	}

	@SuppressWarnings("unchecked")
	private B self() {
		return (B) this;
	}

	/**
	 * A list that only the builder holds, so that elements are added without a copy. With
	 * a copy for each message, the cost of a conversation would grow with the square of
	 * its length.
	 */
	private static final class OwnedList<T> extends ArrayList<T> {

	}

}
