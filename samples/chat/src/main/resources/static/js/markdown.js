// Output of a model is untrusted: HTML in it is shown as text, and the result is sanitised as well.
const md = window.markdownit({ html: false, linkify: true, breaks: false });

const { escapeHtml } = md.utils;

// An image is loaded when it is shown, and its URL could leak content of the conversation. A link is not loaded.
md.renderer.rules.image = (tokens, index) => {
	const token = tokens[index];
	const address = escapeHtml(token.attrGet("src") ?? "");
	return `<a href="${address}" target="_blank" rel="noopener noreferrer">${escapeHtml(token.content || "image")}</a>`;
};

md.renderer.rules.link_open = (tokens, index, options, env, self) => {
	tokens[index].attrSet("target", "_blank");
	tokens[index].attrSet("rel", "noopener noreferrer");
	return self.renderToken(tokens, index, options);
};

md.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>';
md.renderer.rules.table_close = () => "</table></div>";

md.renderer.rules.fence = (tokens, index) => codeBlock(tokens[index].content, tokens[index].info.trim().split(/\s+/)[0]);
md.renderer.rules.code_block = (tokens, index) => codeBlock(tokens[index].content, "");

function codeBlock(code, language) {
	const known = language && window.hljs.getLanguage(language);
	const html = known ? window.hljs.highlight(code, { language, ignoreIllegals: true }).value : escapeHtml(code);
	return `<div class="code"><div class="code-head"><span>${escapeHtml(language || "text")}</span>`
		+ '<button class="quiet copy-code" type="button">Copy</button></div>'
		+ `<pre tabindex="0"><code>${html}</code></pre></div>`;
}

/**
 * Renders Markdown in an element. Unchanged blocks are kept, so that a selection in a complete paragraph is not lost when
 * more text arrives.
 */
export function showMarkdown(element, text) {
	const template = document.createElement("template");
	template.innerHTML = window.DOMPurify.sanitize(md.render(text), {
		ADD_ATTR: ["target"],
		FORBID_TAGS: ["style", "form", "img", "svg", "math"],
		FORBID_ATTR: ["style", "id", "name"],
		RETURN_TRUSTED_TYPE: true,
	});
	const blocks = [...template.content.children];
	blocks.forEach((block, index) => {
		const shown = element.children[index];
		if (!shown) {
			element.append(block);
		}
		else if (!shown.isEqualNode(block)) {
			shown.replaceWith(block);
		}
	});
	while (element.children.length > blocks.length) {
		element.lastElementChild.remove();
	}
}

/**
 * View that renders a growing text, and uses at most a quarter of the time for it.
 */
export class MarkdownView {

	#element;

	#text = "";

	#timer;

	#cost = 0;

	constructor(element) {
		this.#element = element;
	}

	get text() {
		return this.#text;
	}

	append(text, shown) {
		this.#text += text;
		this.#timer ??= setTimeout(() => requestAnimationFrame(() => {
			this.#timer = undefined;
			this.flush();
			shown();
		}), this.#cost * 3);
	}

	flush() {
		const before = performance.now();
		showMarkdown(this.#element, this.#text);
		this.#cost = performance.now() - before;
	}

}
