package io.bedrockruntime.samples.chat;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Limits for attached files, as stated by AWS for Converse. The total is a limit of this
 * application, as requests are held in memory.
 *
 * @param images maximum number of images in a message
 * @param imageSize maximum size of an image in bytes
 * @param imageSide maximum length of an image's longer side in pixels
 * @param documents maximum number of documents in a conversation
 * @param documentSize maximum size of a document in bytes
 * @param totalSize maximum size of all files in a conversation in bytes
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html">Message</a>
 */
record UploadLimits(int images, int imageSize, int imageSide, int documents, int documentSize, int totalSize) {

	static final int IMAGES = 20;

	static final int IMAGE_SIZE = 15 * 256 * 1024;

	static final int IMAGE_SIDE = 8000;

	static final int DOCUMENTS = 5;

	static final int DOCUMENT_SIZE = 9 * 512 * 1024;

	static final int TOTAL_SIZE = 20 * 1024 * 1024;

	UploadLimits() {
		this(IMAGES, IMAGE_SIZE, IMAGE_SIDE, DOCUMENTS, DOCUMENT_SIZE, TOTAL_SIZE);
	}

	static String megabytes(int bytes) {
		return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(bytes / 1024.0 / 1024)
				+ " MB";
	}

}
