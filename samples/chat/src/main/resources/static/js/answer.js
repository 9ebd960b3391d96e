import { MarkdownView } from "./markdown.js";

const POLICIES = {
	content: (name) => `Harmful content (${plain(name)})`,
	grounding: (name) => (name === "RELEVANCE") ? "Response not relevant to the question" : "Response not grounded in its sources",
	pattern: (name) => name ? `Pattern \u201c${name}\u201d` : "A pattern",
	pii: (name) => `Personal data (${plain(name)})`,
	topic: (name) => `Denied topic \u201c${name}\u201d`,
	word: (name) => name ? `Blocked word \u201c${name}\u201d` : "A blocked word",
	wordList: (name) => `Word of the list ${plain(name)}`,
};

const ACTIONS = { ANONYMIZED: "masked", BLOCKED: "blocked" };

/**
 * View of a response with its parts in order of arrival: reasoning, text and tool uses, each as often as it occurs.
 */
export class AnswerView {

	#parts;

	#grown;

	#texts = [];

	#writing;

	#thoughts;

	#calls = new Map();

	constructor(parts, grown) {
		this.#parts = parts;
		this.#grown = grown;
	}

	get text() {
		return this.#texts.map((view) => view.text.trim()).filter(Boolean).join("\n\n");
	}

	get usedTools() {
		return this.#calls.size > 0;
	}

	reasoning(text) {
		this.#thinking().querySelector(".thoughts").append(text);
		this.#grown();
	}

	redactedReasoning() {
		this.#thinking().querySelector(".redacted").hidden = false;
		this.#grown();
	}

	write(text) {
		this.#conclude();
		if (!this.#writing) {
			const element = document.createElement("div");
			element.className = "answer";
			this.#parts.append(element);
			this.#writing = new MarkdownView(element);
			this.#texts.push(this.#writing);
		}
		this.#writing.append(text, this.#grown);
	}

	toolUse({ id, name }) {
		this.#pause();
		const call = copyOf("tool-call");
		call.querySelector(".name").textContent = name;
		call.querySelector(".state").textContent = "running";
		this.#calls.set(id, call);
		this.#parts.append(call);
		this.#grown();
	}

	toolInput({ id, json }) {
		this.#calls.get(id)?.querySelector(".input").append(json);
		this.#grown();
	}

	toolResult({ id, result, failed }) {
		const call = this.#calls.get(id);
		call.classList.add(failed ? "failed" : "done");
		call.querySelector(".state").textContent = failed ? "failed" : "completed";
		call.querySelector(".result").textContent = result;
		call.querySelector(".gave").hidden = false;
		this.#grown();
	}

	guardrail({ blocked, findings }) {
		this.#pause();
		const box = copyOf("guardrail-note");
		box.querySelector("strong").textContent = blocked ? "Blocked by the guardrail" : "Changed by the guardrail";
		box.querySelector("ul").append(...findings.map(({ where, policy, name, action }) => {
			const item = document.createElement("li");
			const found = POLICIES[policy]?.(name ?? "") ?? plain(policy);
			item.textContent = `${found} in ${(where === "input") ? "the message" : "the response"}: ${ACTIONS[action] ?? plain(action)}`;
			return item;
		}));
		box.querySelector("p").hidden = !blocked;
		this.#parts.append(box);
		this.#grown();
	}

	/** Ends the view. */
	finish() {
		this.#pause();
		for (const call of this.#calls.values()) {
			if (!call.matches(".done, .failed")) {
				call.classList.add("failed");
				call.querySelector(".state").textContent = "not run";
			}
		}
	}

	#thinking() {
		if (!this.#thoughts) {
			this.#pause();
			const details = copyOf("reasoning");
			this.#parts.append(details);
			this.#thoughts = { details, began: performance.now() };
		}
		return this.#thoughts.details;
	}

	#conclude() {
		if (this.#thoughts) {
			const { details, began } = this.#thoughts;
			const seconds = (performance.now() - began) / 1000;
			const time = (seconds < 10) ? seconds.toFixed(1) : Math.round(seconds);
			const hidden = !details.querySelector(".thoughts").textContent;
			details.querySelector("summary").textContent = `Thought for ${time} s${hidden ? ", not shown" : ""}`;
			this.#thoughts = undefined;
		}
	}

	#pause() {
		this.#conclude();
		this.#writing?.flush();
		this.#writing = undefined;
	}

}

function plain(name) {
	return name.toLowerCase().replaceAll("_", " ");
}

function copyOf(template) {
	return document.getElementById(template).content.firstElementChild.cloneNode(true);
}
