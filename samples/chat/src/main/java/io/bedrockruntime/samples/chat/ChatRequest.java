package io.bedrockruntime.samples.chat;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A conversation so far, which the page sends whole because the server keeps none of it.
 *
 * @param model the model, inference profile or ARN that shall answer
 * @param system the system prompt, if there is one
 * @param features what is turned on for this answer
 * @param messages the turns in order, the last one being the user's
 */
record ChatRequest(String model, @Nullable String system, Set<Feature> features, List<Turn> messages) {

	ChatRequest {
		if (model == null || model.isBlank() || messages == null || messages.isEmpty()) {
			throw new IllegalArgumentException("A model and at least one message are needed");
		}
		features = Set.copyOf(Objects.requireNonNullElse(features, Set.of()));
	}

	@Override
	public String toString() {
		return "ChatRequest[model=" + this.model + ", messages=" + this.messages.size() + "]";
	}

	/**
	 * One side of one turn.
	 *
	 * @param role who spoke
	 * @param text what was said
	 * @param files what was sent along
	 * @param answer an answer as {@link ChatEvent.End} gave it, in place of a text
	 */
	record Turn(Role role, @Nullable String text, List<Upload> files, @Nullable String answer) {

		Turn {
			files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
			boolean said = text != null && !text.isBlank();
			boolean answered = role == Role.ASSISTANT && answer != null && files.isEmpty();
			if (role == null || said == answered || (role == Role.ASSISTANT && !files.isEmpty())) {
				throw new IllegalArgumentException("Every message needs a role and a text, and files come from a user");
			}
		}

		@Override
		public String toString() {
			return "Turn[role=" + this.role + ", files=" + this.files.size() + "]";
		}

	}

	/**
	 * A file that goes with a message. It is kept in memory only, and no longer than the
	 * answer takes.
	 *
	 * @param name the name that it has at the user's
	 * @param data its bytes
	 */
	record Upload(String name, byte[] data) {

		Upload {
			if (name == null || data == null) {
				throw new IllegalArgumentException("Every file needs a name and data");
			}
		}

		@Override
		public String toString() {
			return "Upload[" + this.data.length + " bytes]";
		}

	}

	/**
	 * Who spoke.
	 */
	enum Role {

		@JsonProperty("user")
		USER,

		@JsonProperty("assistant")
		ASSISTANT

	}

	/**
	 * What can be turned on and off.
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
