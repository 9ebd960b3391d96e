import { MarkdownView } from "./markdown.js";
import { answer } from "./stream.js";

const $ = (id) => document.getElementById(id);

const OTHER = "other";

const TITLES = {
	AccessDeniedException: "No access to this model",
	ConnectionLost: "The connection was lost",
	ResourceNotFoundException: "No such model",
	ServiceQuotaExceededException: "A quota is used up",
	ServiceUnavailableException: "Bedrock is busy",
	ThrottlingException: "Too many requests",
	ValidationException: "The request was not accepted",
};

const STOP_REASONS = {
	max_tokens: "cut at the token limit",
	stop_sequence: "ended at a stop sequence",
	tool_use: "asked for a tool",
	guardrail_intervened: "stopped by a guardrail",
	content_filtered: "stopped by a content filter",
	model_context_window_exceeded: "the context window is full",
	malformed_model_output: "the model's output was malformed",
	malformed_tool_use: "the model's tool call was malformed",
};

/** What was asked and answered: { question, answer, view }. Lives in this page only. */
let exchanges = [];

/** Aborts the answer that is arriving, if one is. */
let running;

const scroller = $("scroller");

let following = true;

// Conversation

async function ask(exchange) {
	const { article, view } = exchange;
	const controller = new AbortController();
	running = controller;
	showRunning();
	follow(true);
	try {
		for await (const event of answer(conversation(exchange), controller.signal)) {
			if (running !== controller) {
				break;
			}
			show(exchange, event);
		}
	}
	catch {
		part(article, ".figures").replaceChildren(label("Stopped", "why"));
		announce("Stopped");
	}
	if (running !== controller) {
		return;
	}
	running = undefined;
	exchange.answer = view.text;
	view.flush();
	part(article, ".after").hidden = false;
	part(article, ".copy-answer").hidden = !view.text;
	article.setAttribute("aria-busy", "false");
	part(article, ".reasoning summary").textContent = "Thoughts";
	showRunning();
	scrollDown();
}

/** What was said before the question, and the question: tried again, an earlier one knows nothing of what came later. */
function conversation(current) {
	const messages = exchanges.slice(0, exchanges.indexOf(current)).filter(({ answer }) => answer?.trim())
		.flatMap(({ question, answer }) => [{ role: "user", text: question }, { role: "assistant", text: answer }]);
	messages.push({ role: "user", text: current.question });
	return { model: model(), system: $("system").value.trim() || null, messages };
}

function show({ article, view }, event) {
	switch (event.type) {
		case "start":
			announce("Answering");
			break;
		case "reasoning":
			part(article, ".reasoning").hidden = false;
			part(article, ".thoughts").append(event.text);
			scrollDown();
			break;
		case "text":
			view.append(event.text, scrollDown);
			break;
		case "end":
			showFigures(article, event);
			announce("Answer complete");
			break;
		case "error":
			showProblem(article, event);
			announce(event.message);
			break;
	}
}

function showFigures(article, end) {
	const figures = [
		label(article.dataset.model),
		label(`${number(end.inputTokens)} tokens in, ${number(end.outputTokens)} out`),
		(end.timeToFirstTokenMillis != null) && label(`first after ${number(end.timeToFirstTokenMillis / 1000, 2)} s`),
		(end.tokensPerSecond != null) && label(`${number(end.tokensPerSecond)} tokens/s`),
		(end.stopReason !== "end_turn") && label(STOP_REASONS[end.stopReason] ?? end.stopReason, "why"),
	];
	part(article, ".figures").replaceChildren(...figures.filter(Boolean));
	part(article, ".retry").hidden = true;
}

function showProblem(article, error) {
	const known = [error.code, error.status && `HTTP ${error.status}`, error.requestId && `request ${error.requestId}`];
	part(article, ".problem strong").textContent = TITLES[error.code] ?? "The answer could not be completed";
	part(article, ".problem p").textContent = error.message;
	part(article, ".problem small").textContent = known.filter(Boolean).join(" \u00b7 ");
	part(article, ".problem").hidden = false;
}

function send(question) {
	const exchange = { question };
	const user = copyOf("user-turn");
	part(user, ".bubble").textContent = question;
	$("log").append(user);
	exchanges.push(exchange);
	$("empty").hidden = true;
	place(exchange);
	ask(exchange);
}

function retry(exchange) {
	exchange.answer = undefined;
	place(exchange);
	ask(exchange);
}

function place(exchange) {
	const article = copyOf("assistant-turn");
	article.dataset.model = modelName();
	part(article, ".retry").addEventListener("click", () => !running && retry(exchange));
	part(article, ".copy-answer").addEventListener("click", ({ target }) => copy(target, exchange.answer));
	if (exchange.article) {
		exchange.article.replaceWith(article);
		focusMessage();
	}
	else {
		$("log").append(article);
	}
	exchange.article = article;
	exchange.view = new MarkdownView(part(article, ".answer"));
}

function stop() {
	running?.abort();
}

function startAgain() {
	const controller = running;
	running = undefined;
	controller?.abort();
	exchanges = [];
	$("log").replaceChildren();
	$("empty").hidden = false;
	showRunning();
	announce("New chat");
	focusMessage();
}

// Composer

function submit() {
	const question = $("message").value.trim();
	if (!question || running) {
		return;
	}
	if (!model()) {
		$("other-model").focus();
		return;
	}
	$("message").value = "";
	fit();
	send(question);
}

function model() {
	return ($("model").value === OTHER) ? $("other-model").value.trim() : $("model").value;
}

function modelName() {
	return ($("model").value === OTHER) ? model() : $("model").selectedOptions[0].text;
}

function showRunning() {
	const busy = Boolean(running);
	const stopHadFocus = document.activeElement === $("stop");
	$("stop").hidden = !busy;
	$("send").hidden = busy;
	$("send").disabled = !$("message").value.trim();
	if (stopHadFocus && !busy) {
		focusMessage();
	}
}

function fit() {
	const message = $("message");
	if (!CSS.supports("field-sizing", "content")) {
		message.style.height = "auto";
		message.style.height = `${message.scrollHeight}px`;
	}
	$("send").disabled = !message.value.trim();
}

// Scrolling: the page follows the answer until the reader scrolls up, and again once they are back at the end.

function follow(yes) {
	following = yes;
	scrollDown();
}

function scrollDown() {
	if (following) {
		scroller.scrollTop = scroller.scrollHeight;
	}
	$("latest").hidden = atEnd();
}

function atEnd() {
	return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 48;
}

// Small things

function part(article, selector) {
	return article.querySelector(selector);
}

function copyOf(template) {
	return $(template).content.firstElementChild.cloneNode(true);
}

function label(text, name) {
	const span = document.createElement("span");
	span.textContent = text;
	if (name) {
		span.className = name;
	}
	return span;
}

function number(value, digits = 0) {
	return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Puts the cursor back, except where that would raise a keyboard over the answer. */
function focusMessage() {
	if (matchMedia("(hover: hover)").matches) {
		$("message").focus();
	}
}

function announce(text) {
	$("status").textContent = text;
}

async function copy(button, text) {
	try {
		await navigator.clipboard.writeText(text);
		button.textContent = "Copied";
	}
	catch {
		button.textContent = "Not allowed";
	}
	setTimeout(() => {
		button.textContent = "Copy";
	}, 1500);
}

// Events

$("composer").addEventListener("submit", (event) => {
	event.preventDefault();
	submit();
});

$("message").addEventListener("input", fit);

$("message").addEventListener("keydown", (event) => {
	if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
		event.preventDefault();
		submit();
	}
});

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape" && !$("system-dialog").open) {
		stop();
	}
});

$("stop").addEventListener("click", stop);
$("new-chat").addEventListener("click", startAgain);
$("latest").addEventListener("click", () => follow(true));

scroller.addEventListener("scroll", () => {
	following = atEnd();
	$("latest").hidden = following;
}, { passive: true });

$("log").addEventListener("click", ({ target }) => {
	if (target.matches(".copy-code")) {
		copy(target, target.closest(".code").querySelector("code").textContent);
	}
});

$("model").addEventListener("change", () => {
	const other = $("model").value === OTHER;
	$("other-model").hidden = !other;
	if (other) {
		$("other-model").focus();
	}
});

$("open-system").addEventListener("click", () => $("system-dialog").showModal());
$("clear-system").addEventListener("click", () => {
	$("system").value = "";
	$("system").focus();
});
$("system-dialog").addEventListener("close", () => {
	$("system-set").hidden = !$("system").value.trim();
});

for (const example of document.querySelectorAll(".examples button")) {
	example.addEventListener("click", () => {
		send([...example.children].map((line) => line.textContent).join(" "));
		focusMessage();
	});
}

// Start

const settings = await (await fetch("api/settings")).json();
$("service").textContent = settings.service;
$("service").classList.toggle("emulated", settings.emulated);
$("service").hidden = false;
$("emulated").hidden = !settings.emulated;
$("billed").hidden = settings.emulated;
const models = settings.models.some(({ id }) => id === settings.defaultModel)
	? settings.models : [{ id: settings.defaultModel, name: settings.defaultModel }, ...settings.models];
$("model").append(...models.map(({ id, name }) => new Option(name, id, false, id === settings.defaultModel)),
	new Option("Other model\u2026", OTHER));
fit();
focusMessage();
