package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Marker for the end of the cached part of a prompt.
 *
 * @param type the type of cache
 * @param ttl the time to live of the cached part after its last use, 5 minutes if absent
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record CachePointBlock(CachePointType type, @Nullable CacheTTL ttl,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param type the type of cache
	 * @param ttl the time to live of the cached part after its last use, 5 minutes if
	 * absent
	 * @param unknownMembers members that this version does not know
	 */
	public CachePointBlock {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param type the type of cache
	 * @param ttl the time to live of the cached part after its last use, 5 minutes if
	 * absent
	 */
	public CachePointBlock(CachePointType type, @Nullable CacheTTL ttl) {
		this(type, ttl, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param type the type of cache
	 * @return the new record
	 */
	public static CachePointBlock of(CachePointType type) {
		return new CachePointBlock(type, null);
	}

	/**
	 * Return a copy with another {@code ttl}.
	 * @param ttl the time to live of the cached part after its last use, 5 minutes if
	 * absent
	 * @return the copy
	 */
	public CachePointBlock withTtl(@Nullable CacheTTL ttl) {
		return new CachePointBlock(this.type, ttl, this.unknownMembers);
	}

	/**
	 * Return a cache point of the default type, which is the only type.
	 * @return the cache point
	 */
	public static CachePointBlock ofDefaultType() {
		return of(CachePointType.DEFAULT);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
