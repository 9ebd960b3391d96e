package io.bedrockruntime.samples.chat;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A conversation so far, which the page sends whole because the server keeps none of it.
 *
 * @param model the model, inference profile or ARN that shall answer
 * @param system the system prompt, if there is one
 * @param messages the turns in order, the last one being the user's
 */
record ChatRequest(String model, @Nullable String system, List<Turn> messages) {

	ChatRequest {
		if (model == null || model.isBlank() || messages == null || messages.isEmpty()) {
			throw new IllegalArgumentException("A model and at least one message are needed");
		}
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
	 */
	record Turn(Role role, String text) {

		Turn {
			if (role == null || text == null || text.isBlank()) {
				throw new IllegalArgumentException("Every message needs a role and a text");
			}
		}

		@Override
		public String toString() {
			return "Turn[role=" + this.role + "]";
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

}
