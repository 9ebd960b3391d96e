package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.content.CachePointBlock;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Tool.
 *
 * @since 0.1.0
 */
public sealed interface Tool extends Union {

	/**
	 * {@return the variant with the tool spec}
	 * @param toolSpec the tool spec
	 */
	static Tool toolSpec(ToolSpecification toolSpec) {
		return new ToolSpec(toolSpec);
	}

	/**
	 * {@return the variant with the system tool}
	 * @param systemTool the system tool
	 */
	static Tool systemTool(io.bedrockruntime.model.tool.SystemTool systemTool) {
		return new SystemTool(systemTool);
	}

	/**
	 * {@return the variant with the cache point}
	 * @param cachePoint the cache point
	 */
	static Tool cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * The variant with the tool spec.
	 *
	 * @param toolSpec the tool spec
	 */
	record ToolSpec(ToolSpecification toolSpec) implements Tool {

		/**
		 * Check that there is a value.
		 * @param toolSpec the tool spec
		 */
		public ToolSpec {
			Assert.notNull(toolSpec, "'toolSpec' must not be null");
		}

	}

	/**
	 * The variant with the system tool.
	 *
	 * @param systemTool the system tool
	 */
	record SystemTool(io.bedrockruntime.model.tool.SystemTool systemTool) implements Tool {

		/**
		 * Check that there is a value.
		 * @param systemTool the system tool
		 */
		public SystemTool {
			Assert.notNull(systemTool, "'systemTool' must not be null");
		}

	}

	/**
	 * The variant with the cache point.
	 *
	 * @param cachePoint the cache point
	 */
	record CachePoint(CachePointBlock cachePoint) implements Tool {

		/**
		 * Check that there is a value.
		 * @param cachePoint the cache point
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
