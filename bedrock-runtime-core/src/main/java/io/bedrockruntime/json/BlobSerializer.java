package io.bedrockruntime.json;

import io.bedrockruntime.model.Blob;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes bytes as base64, without copying them. A tree has no output to write to, so it
 * receives a copy.
 */
final class BlobSerializer extends ValueSerializer<Blob> {

	@Override
	public void serialize(Blob blob, JsonGenerator generator, SerializationContext context) {
		if (generator.streamWriteOutputTarget() != null) {
			generator.writeBinary(blob.asInputStream(), blob.size());
		}
		else {
			generator.writeBinary(blob.asByteArray());
		}
	}

}
