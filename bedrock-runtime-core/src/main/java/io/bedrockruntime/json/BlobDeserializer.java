package io.bedrockruntime.json;

import io.bedrockruntime.model.Blob;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads bytes from base64.
 */
final class BlobDeserializer extends ValueDeserializer<Blob> {

	@Override
	public boolean isCachable() {
		return true;
	}

	@Override
	public Blob deserialize(JsonParser parser, DeserializationContext context) {
		return Blob.wrap(parser.getBinaryValue());
	}

}
