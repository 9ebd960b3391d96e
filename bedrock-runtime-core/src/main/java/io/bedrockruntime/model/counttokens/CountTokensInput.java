package io.bedrockruntime.model.counttokens;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The request whose tokens are counted.
 *
 * @since 0.1.0
 */
public sealed interface CountTokensInput extends Union {

	/**
	 * {@return the variant with an InvokeModel request}
	 * @param invokeModel an InvokeModel request
	 */
	static CountTokensInput invokeModel(InvokeModelTokensRequest invokeModel) {
		return new InvokeModel(invokeModel);
	}

	/**
	 * {@return the variant with a Converse request}
	 * @param converse a Converse request
	 */
	static CountTokensInput converse(ConverseTokensRequest converse) {
		return new Converse(converse);
	}

	/**
	 * The variant with an InvokeModel request.
	 *
	 * @param invokeModel an InvokeModel request
	 */
	record InvokeModel(InvokeModelTokensRequest invokeModel) implements CountTokensInput {

		/**
		 * Check that no component is null.
		 * @param invokeModel an InvokeModel request
		 */
		public InvokeModel {
			Assert.notNull(invokeModel, "'invokeModel' must not be null");
		}

	}

	/**
	 * The variant with a Converse request.
	 *
	 * @param converse a Converse request
	 */
	record Converse(ConverseTokensRequest converse) implements CountTokensInput {

		/**
		 * Check that no component is null.
		 * @param converse a Converse request
		 */
		public Converse {
			Assert.notNull(converse, "'converse' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements CountTokensInput {

		/**
		 * Check that no component is null.
		 * @param name the member's name, empty if no member was set
		 * @param value the member's value
		 */
		public Unknown {
			Assert.notNull(name, "'name' must not be null");
			Assert.notNull(value, "'value' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

}
