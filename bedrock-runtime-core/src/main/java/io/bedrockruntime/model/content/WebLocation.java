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
 * A web page.
 *
 * @param url the page's address
 * @param domain the page's domain
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record WebLocation(@Sensitive @Nullable String url, @Sensitive @Nullable String domain,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param url the page's address
	 * @param domain the page's domain
	 * @param unknownMembers members that this version does not know
	 */
	public WebLocation {
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param url the page's address
	 * @param domain the page's domain
	 */
	public WebLocation(@Nullable String url, @Nullable String domain) {
		this(url, domain, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
