package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Citation location.
 *
 * @since 0.1.0
 */
public sealed interface CitationLocation extends Union {

	/**
	 * Return the variant with the web.
	 * @param web the web
	 * @return the variant
	 */
	static CitationLocation web(WebLocation web) {
		return new Web(web);
	}

	/**
	 * Return the variant with the document char.
	 * @param documentChar the document char
	 * @return the variant
	 */
	static CitationLocation documentChar(DocumentCharLocation documentChar) {
		return new DocumentChar(documentChar);
	}

	/**
	 * Return the variant with the document page.
	 * @param documentPage the document page
	 * @return the variant
	 */
	static CitationLocation documentPage(DocumentPageLocation documentPage) {
		return new DocumentPage(documentPage);
	}

	/**
	 * Return the variant with the document chunk.
	 * @param documentChunk the document chunk
	 * @return the variant
	 */
	static CitationLocation documentChunk(DocumentChunkLocation documentChunk) {
		return new DocumentChunk(documentChunk);
	}

	/**
	 * Return the variant with the search result location.
	 * @param searchResultLocation the search result location
	 * @return the variant
	 */
	static CitationLocation searchResultLocation(
			io.bedrockruntime.model.content.SearchResultLocation searchResultLocation) {
		return new SearchResultLocation(searchResultLocation);
	}

	/**
	 * The variant with the web.
	 *
	 * @param web the web
	 */
	record Web(WebLocation web) implements CitationLocation {

		public Web {
			Assert.notNull(web, "'web' must not be null");
		}

	}

	/**
	 * The variant with the document char.
	 *
	 * @param documentChar the document char
	 */
	record DocumentChar(DocumentCharLocation documentChar) implements CitationLocation {

		public DocumentChar {
			Assert.notNull(documentChar, "'documentChar' must not be null");
		}

	}

	/**
	 * The variant with the document page.
	 *
	 * @param documentPage the document page
	 */
	record DocumentPage(DocumentPageLocation documentPage) implements CitationLocation {

		public DocumentPage {
			Assert.notNull(documentPage, "'documentPage' must not be null");
		}

	}

	/**
	 * The variant with the document chunk.
	 *
	 * @param documentChunk the document chunk
	 */
	record DocumentChunk(DocumentChunkLocation documentChunk) implements CitationLocation {

		public DocumentChunk {
			Assert.notNull(documentChunk, "'documentChunk' must not be null");
		}

	}

	/**
	 * The variant with the search result location.
	 *
	 * @param searchResultLocation the search result location
	 */
	record SearchResultLocation(
			io.bedrockruntime.model.content.SearchResultLocation searchResultLocation) implements CitationLocation {

		public SearchResultLocation {
			Assert.notNull(searchResultLocation, "'searchResultLocation' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements CitationLocation {

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
