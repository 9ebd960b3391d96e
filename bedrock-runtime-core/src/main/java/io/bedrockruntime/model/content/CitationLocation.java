package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Location of a cited passage in its source.
 *
 * @since 0.1.0
 */
public sealed interface CitationLocation extends Union {

	/**
	 * {@return the variant with a web page}
	 * @param web a web page
	 */
	static CitationLocation web(WebLocation web) {
		return new Web(web);
	}

	/**
	 * {@return the variant with characters of a document}
	 * @param documentChar characters of a document
	 */
	static CitationLocation documentChar(DocumentCharLocation documentChar) {
		return new DocumentChar(documentChar);
	}

	/**
	 * {@return the variant with pages of a document}
	 * @param documentPage pages of a document
	 */
	static CitationLocation documentPage(DocumentPageLocation documentPage) {
		return new DocumentPage(documentPage);
	}

	/**
	 * {@return the variant with chunks of a document}
	 * @param documentChunk chunks of a document
	 */
	static CitationLocation documentChunk(DocumentChunkLocation documentChunk) {
		return new DocumentChunk(documentChunk);
	}

	/**
	 * {@return the variant with blocks of a search result}
	 * @param searchResultLocation blocks of a search result
	 */
	static CitationLocation searchResultLocation(
			io.bedrockruntime.model.content.SearchResultLocation searchResultLocation) {
		return new SearchResultLocation(searchResultLocation);
	}

	/**
	 * The variant with a web page.
	 *
	 * @param web a web page
	 */
	record Web(WebLocation web) implements CitationLocation {

		/**
		 * Check that no component is null.
		 * @param web a web page
		 */
		public Web {
			Assert.notNull(web, "'web' must not be null");
		}

	}

	/**
	 * The variant with characters of a document.
	 *
	 * @param documentChar characters of a document
	 */
	record DocumentChar(DocumentCharLocation documentChar) implements CitationLocation {

		/**
		 * Check that no component is null.
		 * @param documentChar characters of a document
		 */
		public DocumentChar {
			Assert.notNull(documentChar, "'documentChar' must not be null");
		}

	}

	/**
	 * The variant with pages of a document.
	 *
	 * @param documentPage pages of a document
	 */
	record DocumentPage(DocumentPageLocation documentPage) implements CitationLocation {

		/**
		 * Check that no component is null.
		 * @param documentPage pages of a document
		 */
		public DocumentPage {
			Assert.notNull(documentPage, "'documentPage' must not be null");
		}

	}

	/**
	 * The variant with chunks of a document.
	 *
	 * @param documentChunk chunks of a document
	 */
	record DocumentChunk(DocumentChunkLocation documentChunk) implements CitationLocation {

		/**
		 * Check that no component is null.
		 * @param documentChunk chunks of a document
		 */
		public DocumentChunk {
			Assert.notNull(documentChunk, "'documentChunk' must not be null");
		}

	}

	/**
	 * The variant with blocks of a search result.
	 *
	 * @param searchResultLocation blocks of a search result
	 */
	record SearchResultLocation(
			io.bedrockruntime.model.content.SearchResultLocation searchResultLocation) implements CitationLocation {

		/**
		 * Check that no component is null.
		 * @param searchResultLocation blocks of a search result
		 */
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
