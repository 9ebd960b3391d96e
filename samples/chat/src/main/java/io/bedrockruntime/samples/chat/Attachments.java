package io.bedrockruntime.samples.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.DocumentBlock;
import io.bedrockruntime.model.content.DocumentFormat;
import io.bedrockruntime.model.content.ImageBlock;
import io.bedrockruntime.model.content.ImageFormat;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Converter of the files of one conversation into content blocks, within the limits that
 * AWS states for Converse. Error messages contain the number of a file, so that its name
 * is not logged.
 */
class Attachments {

	private static final int LONGEST_NAME = 180;

	private final Set<String> names = new HashSet<>();

	private int documents;

	private long total;

	/**
	 * Return the content blocks for the files of one message.
	 * @param files the files
	 * @return the blocks in order
	 */
	List<ContentBlock> toContent(List<ChatRequest.Upload> files) {
		List<ContentBlock> content = new ArrayList<>();
		int images = 0;
		for (ChatRequest.Upload file : files) {
			int number = content.size() + 1;
			this.total += file.data().length;
			check(this.total <= UploadLimits.TOTAL_SIZE, "The files of the conversation are larger than %s in total",
					UploadLimits.megabytes(UploadLimits.TOTAL_SIZE));
			check(file.data().length > 0, "File %s is empty", number);
			ImageFormat image = FileFormat.image(file.data());
			if (image != null) {
				check(++images <= UploadLimits.IMAGES, "A message can have at most %s images", UploadLimits.IMAGES);
				content.add(ContentBlock.image(image(image, file.data(), number)));
			}
			else {
				check(++this.documents <= UploadLimits.DOCUMENTS, "A conversation can have at most %s documents",
						UploadLimits.DOCUMENTS);
				content.add(ContentBlock.document(document(file, number)));
			}
		}
		return content;
	}

	private static ImageBlock image(ImageFormat format, byte[] data, int number) {
		check(data.length <= UploadLimits.IMAGE_SIZE, "File %s is an image larger than %s", number,
				UploadLimits.megabytes(UploadLimits.IMAGE_SIZE));
		ImageSize size = ImageSize.of(format, data);
		check(size != null && size.isWithin(UploadLimits.IMAGE_SIDE),
				"File %s is an image that is invalid, or wider or higher than %s pixels", number,
				UploadLimits.IMAGE_SIDE);
		return ImageBlock.of(format, data);
	}

	private DocumentBlock document(ChatRequest.Upload file, int number) {
		DocumentFormat format = FileFormat.document(file.name());
		if (format == null) {
			throw refused("File %s is neither an image (png, jpeg, gif, webp) nor a document (%s)", number,
					String.join(", ", DocumentFormat.values().stream().map(DocumentFormat::value).toList()));
		}
		check(file.data().length <= UploadLimits.DOCUMENT_SIZE, "File %s is a document larger than %s", number,
				UploadLimits.megabytes(UploadLimits.DOCUMENT_SIZE));
		check(FileFormat.isPlausible(format, file.data()), "The content of file %s does not match its name: %s", number,
				format);
		String name = file.name().substring(0, Math.max(1, file.name().lastIndexOf('.')));
		name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
		DocumentBlock document = DocumentBlock.of(name, format, file.data());
		// The service does not accept two documents with the same name.
		for (int copy = 2; !this.names.add(document.name()); copy++) {
			document = DocumentBlock.of(name + " (" + copy + ")", format, file.data());
		}
		return document;
	}

	private static void check(boolean condition, String message, Object... arguments) {
		if (!condition) {
			throw refused(message, arguments);
		}
	}

	private static ResponseStatusException refused(String message, Object... arguments) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, message.formatted(arguments) + ".");
	}

}
