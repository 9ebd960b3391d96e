package io.bedrockruntime.json;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.EnumValue;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.Union;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Module that selects the codec of a shape by the interface that the shape implements.
 */
final class ModelModule extends JacksonModule {

	@Override
	public String getModuleName() {
		return "bedrock-runtime-model";
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public void setupModule(SetupContext context) {
		context.addSerializers(new ModelSerializers());
		context.addDeserializers(new ModelDeserializers());
	}

	private static final class ModelSerializers extends Serializers.Base {

		@Override
		public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type,
				BeanDescription.Supplier description, JsonFormat.@Nullable Value format) {
			if (type.isTypeOrSubTypeOf(Structure.class)) {
				return new StructureSerializer(new StructureShape(type.getRawClass()));
			}
			if (type.isTypeOrSubTypeOf(Union.class)) {
				return new UnionSerializer();
			}
			if (type.isTypeOrSubTypeOf(EnumValue.class)) {
				return new EnumValueSerializer();
			}
			if (type.hasRawClass(Blob.class)) {
				return new BlobSerializer();
			}
			return type.hasRawClass(Instant.class) ? ToStringSerializer.instance : null;
		}

	}

	private static final class ModelDeserializers extends Deserializers.Base {

		@Override
		public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
				BeanDescription.Supplier description) {
			if (type.isTypeOrSubTypeOf(Structure.class)) {
				return new StructureDeserializer(new StructureShape(type.getRawClass()));
			}
			if (type.isTypeOrSubTypeOf(Union.class)) {
				return new UnionDeserializer(UnionShape.of(type.getRawClass()));
			}
			if (type.isTypeOrSubTypeOf(EnumValue.class)) {
				return new EnumValueDeserializer(type.getRawClass());
			}
			if (type.hasRawClass(Blob.class)) {
				return new BlobDeserializer();
			}
			return type.hasRawClass(Instant.class) ? new TimestampDeserializer() : null;
		}

		@Override
		public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
			return Structure.class.isAssignableFrom(type) || Union.class.isAssignableFrom(type)
					|| EnumValue.class.isAssignableFrom(type) || type == Blob.class || type == Instant.class;
		}

	}

}
