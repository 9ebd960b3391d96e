package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Conversation so far. The page sends all of it, because the server stores nothing.
 *
 * @param model the model ID, inference profile or ARN
 * @param system the system prompt, if there is one
 * @param features the features that are turned on for this response
 * @param messages the turns in order, of which the last one is from the user
 */
record ChatRequest(String model, @Nullable String system, Set<Feature> features, List<Turn> messages) {

	ChatRequest {
		if (model == null || model.isBlank() || messages == null || messages.isEmpty()) {
			throw new IllegalArgumentException("A model and at least one message are required");
		}
		features = Set.copyOf(Objects.requireNonNullElse(features, Set.of()));
	}

	@Override
	public String toString() {
		return "ChatRequest[model=" + this.model + ", messages=" + this.messages.size() + "]";
	}

	/**
	 * A message of the user or of the model.
	 *
	 * @param role the role
	 * @param text the text
	 * @param files the attached files
	 * @param answer the response messages of {@link ChatEvent.End}, instead of a text
	 */
	record Turn(Role role, @Nullable String text, List<Upload> files, @Nullable String answer) {

		Turn {
			files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
			boolean said = text != null && !text.isBlank();
			boolean answered = role == Role.ASSISTANT && answer != null && files.isEmpty();
			if (role == null || said == answered || (role == Role.ASSISTANT && !files.isEmpty())) {
				throw new IllegalArgumentException(
						"Each message requires a role and a text, and only messages of a user may have files");
			}
		}

		@Override
		public String toString() {
			return "Turn[role=" + this.role + ", files=" + this.files.size() + "]";
		}

	}

	/**
	 * A file attached to a message. It is stored in memory only, until the response ends.
	 *
	 * @param name the name on the user's machine
	 * @param data the content
	 */
	record Upload(String name, byte[] data) {

		Upload {
			if (name == null || data == null) {
				throw new IllegalArgumentException("Each file requires a name and data");
			}
		}

		@Override
		public String toString() {
			return "Upload[" + this.data.length + " bytes]";
		}

	}

	/**
	 * The role of a message.
	 */
	enum Role {

		@JsonProperty("user")
		USER,

		@JsonProperty("assistant")
		ASSISTANT

	}

	/**
	 * A feature that can be turned on and off.
	 */
	enum Feature {

		@JsonProperty("tools")
		TOOLS,

		@JsonProperty("guardrail")
		GUARDRAIL,

		@JsonProperty("reasoning")
		REASONING

	}

}
