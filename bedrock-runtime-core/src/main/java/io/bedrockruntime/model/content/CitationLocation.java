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
	 * {@return the variant with the web}
	 * @param web the web
	 */
	static CitationLocation web(WebLocation web) {
		return new Web(web);
	}

	/**
	 * {@return the variant with the document char}
	 * @param documentChar the document char
	 */
	static CitationLocation documentChar(DocumentCharLocation documentChar) {
		return new DocumentChar(documentChar);
	}

	/**
	 * {@return the variant with the document page}
	 * @param documentPage the document page
	 */
	static CitationLocation documentPage(DocumentPageLocation documentPage) {
		return new DocumentPage(documentPage);
	}

	/**
	 * {@return the variant with the document chunk}
	 * @param documentChunk the document chunk
	 */
	static CitationLocation documentChunk(DocumentChunkLocation documentChunk) {
		return new DocumentChunk(documentChunk);
	}

	/**
	 * {@return the variant with the search result location}
	 * @param searchResultLocation the search result location
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

		/**
		 * Check that there is a value.
		 * @param web the web
		 */
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

		/**
		 * Check that there is a value.
		 * @param documentChar the document char
		 */
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

		/**
		 * Check that there is a value.
		 * @param documentPage the document page
		 */
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

		/**
		 * Check that there is a value.
		 * @param documentChunk the document chunk
		 */
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

		/**
		 * Check that there is a value.
		 * @param searchResultLocation the search result location
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
