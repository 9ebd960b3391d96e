package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An event of a ConverseStream call. The order is message start, blocks, message stop,
 * metadata.
 *
 * @since 0.1.0
 */
public sealed interface ConverseStreamOutput extends Union {

	/**
	 * Return the text that this event adds to the message.
	 * @return the text, empty if this event adds none
	 */
	default String text() {
		return (this instanceof ContentBlockDelta variant && variant.contentBlockDelta().delta() instanceof Text text)
				? text.text() : "";
	}

	/**
	 * {@return the variant with the start of the message}
	 * @param messageStart the start of the message
	 */
	static ConverseStreamOutput messageStart(MessageStartEvent messageStart) {
		return new MessageStart(messageStart);
	}

	/**
	 * {@return the variant with the start of a block}
	 * @param contentBlockStart the start of a block
	 */
	static ConverseStreamOutput contentBlockStart(ContentBlockStartEvent contentBlockStart) {
		return new ContentBlockStart(contentBlockStart);
	}

	/**
	 * {@return the variant with a part of a block}
	 * @param contentBlockDelta a part of a block
	 */
	static ConverseStreamOutput contentBlockDelta(ContentBlockDeltaEvent contentBlockDelta) {
		return new ContentBlockDelta(contentBlockDelta);
	}

	/**
	 * {@return the variant with the end of a block}
	 * @param contentBlockStop the end of a block
	 */
	static ConverseStreamOutput contentBlockStop(ContentBlockStopEvent contentBlockStop) {
		return new ContentBlockStop(contentBlockStop);
	}

	/**
	 * {@return the variant with the end of the message}
	 * @param messageStop the end of the message
	 */
	static ConverseStreamOutput messageStop(MessageStopEvent messageStop) {
		return new MessageStop(messageStop);
	}

	/**
	 * {@return the variant with the usage, metrics and trace of the call}
	 * @param metadata the usage, metrics and trace of the call
	 */
	static ConverseStreamOutput metadata(ConverseStreamMetadataEvent metadata) {
		return new Metadata(metadata);
	}

	/**
	 * The variant with the start of the message.
	 *
	 * @param messageStart the start of the message
	 */
	record MessageStart(MessageStartEvent messageStart) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param messageStart the start of the message
		 */
		public MessageStart {
			Assert.notNull(messageStart, "'messageStart' must not be null");
		}

	}

	/**
	 * The variant with the start of a block.
	 *
	 * @param contentBlockStart the start of a block
	 */
	record ContentBlockStart(ContentBlockStartEvent contentBlockStart) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param contentBlockStart the start of a block
		 */
		public ContentBlockStart {
			Assert.notNull(contentBlockStart, "'contentBlockStart' must not be null");
		}

	}

	/**
	 * The variant with a part of a block.
	 *
	 * @param contentBlockDelta a part of a block
	 */
	record ContentBlockDelta(ContentBlockDeltaEvent contentBlockDelta) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param contentBlockDelta a part of a block
		 */
		public ContentBlockDelta {
			Assert.notNull(contentBlockDelta, "'contentBlockDelta' must not be null");
		}

	}

	/**
	 * The variant with the end of a block.
	 *
	 * @param contentBlockStop the end of a block
	 */
	record ContentBlockStop(ContentBlockStopEvent contentBlockStop) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param contentBlockStop the end of a block
		 */
		public ContentBlockStop {
			Assert.notNull(contentBlockStop, "'contentBlockStop' must not be null");
		}

	}

	/**
	 * The variant with the end of the message.
	 *
	 * @param messageStop the end of the message
	 */
	record MessageStop(MessageStopEvent messageStop) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param messageStop the end of the message
		 */
		public MessageStop {
			Assert.notNull(messageStop, "'messageStop' must not be null");
		}

	}

	/**
	 * The variant with the usage, metrics and trace of the call.
	 *
	 * @param metadata the usage, metrics and trace of the call
	 */
	record Metadata(ConverseStreamMetadataEvent metadata) implements ConverseStreamOutput {

		/**
		 * Check that no component is null.
		 * @param metadata the usage, metrics and trace of the call
		 */
		public Metadata {
			Assert.notNull(metadata, "'metadata' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ConverseStreamOutput {

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
