package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.converse.stream.ContentBlockDelta.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Converse stream output.
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
	 * {@return the variant with the message start}
	 * @param messageStart the message start
	 */
	static ConverseStreamOutput messageStart(MessageStartEvent messageStart) {
		return new MessageStart(messageStart);
	}

	/**
	 * {@return the variant with the content block start}
	 * @param contentBlockStart the content block start
	 */
	static ConverseStreamOutput contentBlockStart(ContentBlockStartEvent contentBlockStart) {
		return new ContentBlockStart(contentBlockStart);
	}

	/**
	 * {@return the variant with the content block delta}
	 * @param contentBlockDelta the content block delta
	 */
	static ConverseStreamOutput contentBlockDelta(ContentBlockDeltaEvent contentBlockDelta) {
		return new ContentBlockDelta(contentBlockDelta);
	}

	/**
	 * {@return the variant with the content block stop}
	 * @param contentBlockStop the content block stop
	 */
	static ConverseStreamOutput contentBlockStop(ContentBlockStopEvent contentBlockStop) {
		return new ContentBlockStop(contentBlockStop);
	}

	/**
	 * {@return the variant with the message stop}
	 * @param messageStop the message stop
	 */
	static ConverseStreamOutput messageStop(MessageStopEvent messageStop) {
		return new MessageStop(messageStop);
	}

	/**
	 * {@return the variant with the metadata}
	 * @param metadata the metadata
	 */
	static ConverseStreamOutput metadata(ConverseStreamMetadataEvent metadata) {
		return new Metadata(metadata);
	}

	/**
	 * The variant with the message start.
	 *
	 * @param messageStart the message start
	 */
	record MessageStart(MessageStartEvent messageStart) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param messageStart the message start
		 */
		public MessageStart {
			Assert.notNull(messageStart, "'messageStart' must not be null");
		}

	}

	/**
	 * The variant with the content block start.
	 *
	 * @param contentBlockStart the content block start
	 */
	record ContentBlockStart(ContentBlockStartEvent contentBlockStart) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param contentBlockStart the content block start
		 */
		public ContentBlockStart {
			Assert.notNull(contentBlockStart, "'contentBlockStart' must not be null");
		}

	}

	/**
	 * The variant with the content block delta.
	 *
	 * @param contentBlockDelta the content block delta
	 */
	record ContentBlockDelta(ContentBlockDeltaEvent contentBlockDelta) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param contentBlockDelta the content block delta
		 */
		public ContentBlockDelta {
			Assert.notNull(contentBlockDelta, "'contentBlockDelta' must not be null");
		}

	}

	/**
	 * The variant with the content block stop.
	 *
	 * @param contentBlockStop the content block stop
	 */
	record ContentBlockStop(ContentBlockStopEvent contentBlockStop) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param contentBlockStop the content block stop
		 */
		public ContentBlockStop {
			Assert.notNull(contentBlockStop, "'contentBlockStop' must not be null");
		}

	}

	/**
	 * The variant with the message stop.
	 *
	 * @param messageStop the message stop
	 */
	record MessageStop(MessageStopEvent messageStop) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param messageStop the message stop
		 */
		public MessageStop {
			Assert.notNull(messageStop, "'messageStop' must not be null");
		}

	}

	/**
	 * The variant with the metadata.
	 *
	 * @param metadata the metadata
	 */
	record Metadata(ConverseStreamMetadataEvent metadata) implements ConverseStreamOutput {

		/**
		 * Check that there is a value.
		 * @param metadata the metadata
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
		 * Check that there is a value.
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
