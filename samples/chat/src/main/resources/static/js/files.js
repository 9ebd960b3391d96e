const ENDINGS = { htm: "html", jpg: "jpeg", markdown: "md", text: "txt" };

const DOCUMENTS = ["csv", "doc", "docx", "html", "md", "pdf", "txt", "xls", "xlsx"];

const THUMBNAIL = 96;

/**
 * The files of the message that is being written. They stay in this page as base64, and are shown as a name and, at most,
 * a thumbnail drawn on a canvas: no content of a file becomes part of the document.
 */
export class Files {

	#list;

	#limits;

	#before;

	#changed;

	#refused;

	#files = [];

	#reading = Promise.resolve();

	#pending = 0;

	constructor({ list, limits, before, changed, refused }) {
		this.#list = list;
		this.#limits = limits;
		this.#before = before;
		this.#changed = changed;
		this.#refused = refused;
	}

	get count() {
		return this.#files.length;
	}

	get busy() {
		return this.#pending > 0;
	}

	/** Adds files one after the other, so that the limits apply to files from all sources. */
	add(files) {
		const added = [...files];
		if (!added.length) {
			return;
		}
		this.#pending++;
		this.#changed();
		this.#reading = this.#reading.then(async () => {
			const problems = [];
			for (const file of added) {
				try {
					this.#keep(await this.#read(file));
				}
				catch (ex) {
					problems.push((ex instanceof Refusal) ? ex.message : `${file.name} could not be read.`);
				}
			}
			this.#pending--;
			this.#changed();
			this.#refused(problems);
		});
	}

	/** Removes and returns the files for the message that is sent. */
	take() {
		const files = this.#files;
		this.#files = [];
		this.#list.replaceChildren();
		this.#changed();
		return files;
	}

	async #read(file) {
		const image = isImage(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
		const ending = file.name.includes(".") ? file.name.split(".").pop().toLowerCase() : "";
		const format = ENDINGS[ending] ?? ending;
		if (!image && !DOCUMENTS.includes(format)) {
			throw new Refusal(`${file.name} is neither an image (png, jpeg, gif, webp) nor a document (${DOCUMENTS.join(", ")}).`);
		}
		this.#checkSize(file, image);
		const thumbnail = image ? await this.#thumbnail(file) : undefined;
		return { name: file.name, size: file.size, image, label: image ? "image" : format, thumbnail, data: await base64(file) };
	}

	#checkSize(file, image) {
		const limits = this.#limits;
		const before = this.#before();
		const sum = (files) => files.reduce((total, { size }) => total + size, file.size);
		if (!file.size) {
			throw new Refusal(`${file.name} is empty.`);
		}
		if (image && this.#files.filter((other) => other.image).length >= limits.images) {
			throw new Refusal(`${file.name} exceeds the limit: a message can have at most ${limits.images} images.`);
		}
		if (!image && [...before, ...this.#files].filter((other) => !other.image).length >= limits.documents) {
			throw new Refusal(`${file.name} exceeds the limit: a conversation can have at most ${limits.documents} documents.`);
		}
		if (file.size > (image ? limits.imageSize : limits.documentSize)) {
			throw new Refusal(image ? `${file.name} is larger than ${megabytes(limits.imageSize)}, the maximum for an image.`
				: `${file.name} is larger than ${megabytes(limits.documentSize)}, the maximum for a document.`);
		}
		if (sum([...before, ...this.#files]) > limits.totalSize) {
			throw new Refusal(`${file.name} is too large: the files of a conversation can have at most ${megabytes(limits.totalSize)} in total.`);
		}
	}

	async #thumbnail(file) {
		const bitmap = await createImageBitmap(file).catch(() => {
			throw new Refusal(`${file.name} is not a valid image.`);
		});
		const { width, height } = bitmap;
		if (Math.max(width, height) > this.#limits.imageSide) {
			bitmap.close();
			throw new Refusal(`${file.name} is wider or higher than ${this.#limits.imageSide} pixels, the maximum for an image.`);
		}
		const canvas = document.createElement("canvas");
		canvas.width = canvas.height = THUMBNAIL;
		const side = Math.min(width, height);
		const context = canvas.getContext("2d");
		context.imageSmoothingQuality = "high";
		context.drawImage(bitmap, (width - side) / 2, (height - side) / 2, side, side, 0, 0, THUMBNAIL, THUMBNAIL);
		bitmap.close();
		return canvas;
	}

	#keep(file) {
		this.#files.push(file);
		const item = fileItem(file);
		const remove = document.createElement("button");
		remove.type = "button";
		remove.className = "remove";
		remove.textContent = "\u00d7";
		remove.setAttribute("aria-label", `Remove ${file.name}`);
		remove.addEventListener("click", () => {
			this.#files.splice(this.#files.indexOf(file), 1);
			const next = item.nextElementSibling ?? item.previousElementSibling;
			item.remove();
			this.#changed();
			next?.querySelector("button").focus();
		});
		item.append(remove);
		this.#list.append(item);
	}

}

class Refusal extends Error {
}

/** Shows a file as its thumbnail or format, its name and its size. */
export function fileItem(file) {
	const item = document.createElement("li");
	const badge = file.thumbnail ?? document.createElement("span");
	if (!file.thumbnail) {
		badge.textContent = file.label;
	}
	badge.className = "picture";
	badge.setAttribute("aria-hidden", "true");
	const name = document.createElement("span");
	name.className = "name";
	name.textContent = file.name;
	name.title = file.name;
	const size = document.createElement("small");
	size.textContent = (file.size < 1024 * 1024) ? `${Math.max(1, Math.round(file.size / 1024))} kB` : megabytes(file.size);
	item.append(badge, name, size);
	return item;
}

function isImage(bytes) {
	const text = String.fromCharCode(...bytes);
	return text.startsWith("\x89PNG\r\n\x1a\n") || text.startsWith("\xff\xd8\xff") || /^GIF8[79]a/.test(text)
		|| (text.startsWith("RIFF") && text.startsWith("WEBP", 8));
}

function megabytes(bytes) {
	return `${(bytes / 1024 / 1024).toLocaleString("en", { maximumFractionDigits: 2 })} MB`;
}

function base64(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}
