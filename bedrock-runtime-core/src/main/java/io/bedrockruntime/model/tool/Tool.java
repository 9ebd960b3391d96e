package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.content.CachePointBlock;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A tool that a model may use.
 *
 * @since 0.1.0
 */
public sealed interface Tool extends Union {

	/**
	 * {@return the variant with a tool that the application provides}
	 * @param toolSpec a tool that the application provides
	 */
	static Tool toolSpec(ToolSpecification toolSpec) {
		return new ToolSpec(toolSpec);
	}

	/**
	 * {@return the variant with a tool that the service provides}
	 * @param systemTool a tool that the service provides
	 */
	static Tool systemTool(io.bedrockruntime.model.tool.SystemTool systemTool) {
		return new SystemTool(systemTool);
	}

	/**
	 * {@return the variant with a point up to which the prompt is cached}
	 * @param cachePoint a point up to which the prompt is cached
	 */
	static Tool cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * The variant with a tool that the application provides.
	 *
	 * @param toolSpec a tool that the application provides
	 */
	record ToolSpec(ToolSpecification toolSpec) implements Tool {

		/**
		 * Check that no component is null.
		 * @param toolSpec a tool that the application provides
		 */
		public ToolSpec {
			Assert.notNull(toolSpec, "'toolSpec' must not be null");
		}

	}

	/**
	 * The variant with a tool that the service provides.
	 *
	 * @param systemTool a tool that the service provides
	 */
	record SystemTool(io.bedrockruntime.model.tool.SystemTool systemTool) implements Tool {

		/**
		 * Check that no component is null.
		 * @param systemTool a tool that the service provides
		 */
		public SystemTool {
			Assert.notNull(systemTool, "'systemTool' must not be null");
		}

	}

	/**
	 * The variant with a point up to which the prompt is cached.
	 *
	 * @param cachePoint a point up to which the prompt is cached
	 */
	record CachePoint(CachePointBlock cachePoint) implements Tool {

		/**
		 * Check that no component is null.
		 * @param cachePoint a point up to which the prompt is cached
		 */
		public CachePoint {
			Assert.notNull(cachePoint, "'cachePoint' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements Tool {

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
