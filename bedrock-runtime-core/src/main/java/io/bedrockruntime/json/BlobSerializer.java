package io.bedrockruntime.json;

import io.bedrockruntime.model.Blob;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes bytes as base64, without a copy of them.
 */
final class BlobSerializer extends ValueSerializer<Blob> {

	@Override
	public void serialize(Blob blob, JsonGenerator generator, SerializationContext context) {
		generator.writeBinary(blob.asInputStream(), blob.size());
	}

}
