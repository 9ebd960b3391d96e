import { AnswerView } from "./answer.js";
import { fileItem, Files } from "./files.js";
import { answer } from "./stream.js";

const $ = (id) => document.getElementById(id);

const OTHER = "other";

const TITLES = {
	AccessDeniedException: "No access to this model",
	ConnectionLost: "The connection was lost",
	RequestRefused: "The request was not accepted",
	ResourceNotFoundException: "No such model",
	ServiceQuotaExceededException: "A quota is used up",
	ServiceUnavailableException: "Bedrock is busy",
	ThrottlingException: "Too many requests",
	TooManyToolCalls: "Too many tool calls",
	ValidationException: "The request was not accepted",
};

const STOP_REASONS = {
	max_tokens: "truncated at the token limit",
	stop_sequence: "ended at a stop sequence",
	tool_use: "asked for a tool",
	guardrail_intervened: "stopped by a guardrail",
	content_filtered: "stopped by a content filter",
	model_context_window_exceeded: "the context window is full",
	malformed_model_output: "the model's output was malformed",
	malformed_tool_use: "the model's tool call was malformed",
};

/** Reasons why a switch is unavailable. */
const REASONS = {
	guardrail: "No guardrail is configured: set bedrock.runtime.guardrail.identifier and .version.",
	"reasoning-switch": "Reasoning is not configured for this model: see chat.models.",
};

/** Questions and responses: { question, files, answer, messages, view }. Stored in this page only. */
let exchanges = [];

/** Aborts the current response, if there is one. */
let running;

const scroller = $("scroller");

let following = true;

const settings = await (await fetch("api/settings")).json();

const files = new Files({
	list: $("files"),
	limits: settings.limits,
	before: () => exchanges.filter(isRemembered).flatMap((exchange) => exchange.files),
	changed: showSendable,
	refused: (problems) => note(...problems),
});

// Conversation

async function ask(exchange) {
	const { article, view } = exchange;
	const controller = new AbortController();
	running = controller;
	exchange.model = model();
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
	view.finish();
	part(article, ".after").hidden = false;
	part(article, ".copy-answer").hidden = !view.text;
	article.setAttribute("aria-busy", "false");
	showRunning();
	scrollDown();
}

/** The messages up to a question. If an earlier question is sent again, later messages are not included. */
function conversation(current) {
	const messages = exchanges.slice(0, exchanges.indexOf(current)).filter(isRemembered)
		.flatMap((exchange) => [question(exchange), reply(exchange)]);
	messages.push(question(current));
	const features = Object.entries({ tools: "tools", guardrail: "guardrail", reasoning: "reasoning-switch" })
		.filter(([, id]) => isOn(id)).map(([feature]) => feature);
	return { model: model(), system: $("system").value.trim() || null, features, messages };
}

/** Blocked messages are left out, as the guardrail would block them again. */
function isRemembered({ answer, messages, blocked }) {
	return !blocked && Boolean(messages || answer?.trim());
}

function question({ question, files }) {
	const turn = { role: "user", text: question };
	return files.length ? { ...turn, files: files.map(({ name, data }) => ({ name, data })) } : turn;
}

/** The response with its reasoning and tool uses, or only its text if the model cannot process them. */
function reply({ answer, messages, model: answeredBy, view }) {
	const whole = messages && answeredBy === model() && (isOn("tools") || !view.usedTools);
	return { role: "assistant", ...((whole || !answer) ? { answer: messages } : { text: answer }) };
}

function show(exchange, event) {
	const { article, view } = exchange;
	switch (event.type) {
		case "start":
			announce("Answering");
			break;
		case "reasoning":
			view.reasoning(event.text);
			break;
		case "redacted-reasoning":
			view.redactedReasoning();
			break;
		case "text":
			view.write(event.text);
			break;
		case "tool-use":
			view.toolUse(event);
			break;
		case "tool-input":
			view.toolInput(event);
			break;
		case "tool-result":
			view.toolResult(event);
			break;
		case "guardrail":
			exchange.blocked ||= event.blocked;
			view.guardrail(event);
			break;
		case "end":
			exchange.messages = event.answer;
			showFigures(exchange, event);
			announce("Response complete");
			break;
		case "error":
			showProblem(article, event);
			announce(event.message);
			break;
	}
}

function showFigures({ article, blocked }, end) {
	const changed = end.stopReason === "guardrail_intervened" && !blocked;
	const figures = [
		label(article.dataset.model),
		(end.calls > 1) && label(`${number(end.calls)} calls`),
		label(`${number(end.inputTokens)} tokens in, ${number(end.outputTokens)} out`),
		(end.timeToFirstTokenMillis != null) && label(`first after ${number(end.timeToFirstTokenMillis / 1000, 2)} s`),
		(end.tokensPerSecond != null) && label(`${number(end.tokensPerSecond)} tokens/s`),
		(end.stopReason !== "end_turn") && label(changed ? "changed by a guardrail" : STOP_REASONS[end.stopReason] ?? end.stopReason, "why"),
	];
	part(article, ".figures").replaceChildren(...figures.filter(Boolean));
	part(article, ".retry").hidden = true;
}

function showProblem(article, error) {
	const known = [error.code, error.status && `HTTP ${error.status}`, error.requestId && `request ${error.requestId}`];
	part(article, ".problem strong").textContent = TITLES[error.code] ?? "The response could not be completed";
	part(article, ".problem p").textContent = error.message;
	part(article, ".problem small").textContent = known.filter(Boolean).join(" \u00b7 ");
	part(article, ".problem").hidden = false;
}

function send(question) {
	const exchange = { question, files: files.take() };
	const user = copyOf("user-turn");
	part(user, ".bubble").textContent = question;
	part(user, ".files").append(...exchange.files.map(fileItem));
	part(user, ".files").hidden = !exchange.files.length;
	note();
	$("log").append(user);
	exchanges.push(exchange);
	$("empty").hidden = true;
	place(exchange);
	ask(exchange);
}

function retry(exchange) {
	Object.assign(exchange, { answer: undefined, messages: undefined, blocked: false });
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
	exchange.view = new AnswerView(part(article, ".parts"), scrollDown);
}

function stop() {
	running?.abort();
}

function startAgain() {
	const controller = running;
	running = undefined;
	controller?.abort();
	exchanges = [];
	files.take();
	note();
	$("log").replaceChildren();
	$("empty").hidden = false;
	showRunning();
	announce("New chat");
	focusMessage();
}

// Composer

function submit() {
	const question = $("message").value.trim();
	if (!question || running || files.busy) {
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
	showSendable();
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
	showSendable();
}

function showSendable() {
	$("send").disabled = !$("message").value.trim() || files.busy;
	$("message").placeholder = files.count ? "Write a message about the files" : "Write a message";
}

function note(...lines) {
	$("note").textContent = lines.join("\n");
	$("note").hidden = !lines.length;
}

// Switches

function isOn(id) {
	return $(id).ariaChecked === "true" && $(id).ariaDisabled !== "true";
}

function flip(id) {
	if ($(id).ariaDisabled === "true") {
		note(REASONS[id]);
		return;
	}
	$(id).ariaChecked = String(!isOn(id));
	note();
}

function allow(id, allowed) {
	$(id).ariaDisabled = String(!allowed);
	$(id).title = allowed ? "" : REASONS[id];
}

function showModel() {
	const other = $("model").value === OTHER;
	$("other-model").hidden = !other;
	allow("reasoning-switch", settings.models.some(({ id, reasons }) => reasons && id === model()));
	return other;
}

// Scrolling: the page follows the response until the user scrolls up, and again after scrolling back to the end.

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

// Helpers

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

/** Focuses the input, except on devices where an on-screen keyboard would cover the response. */
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
	note();
	if (showModel()) {
		$("other-model").focus();
	}
});

$("other-model").addEventListener("input", showModel);

for (const id of ["tools", "guardrail", "reasoning-switch"]) {
	$(id).addEventListener("click", () => flip(id));
}

$("attach").addEventListener("click", () => $("picker").click());

$("picker").addEventListener("change", () => {
	files.add($("picker").files);
	$("picker").value = "";
	focusMessage();
});

document.addEventListener("paste", (event) => {
	const { files: pasted, types } = event.clipboardData;
	// Office programs copy a picture of a text in addition to the text.
	if (pasted.length && !types.includes("text/plain")) {
		event.preventDefault();
		files.add(pasted);
	}
});

for (const type of ["dragenter", "dragover"]) {
	document.addEventListener(type, (event) => {
		if (event.dataTransfer.types.includes("Files")) {
			event.preventDefault();
			document.body.classList.add("dropping");
		}
	});
}

document.addEventListener("dragleave", (event) => {
	if (!event.relatedTarget) {
		document.body.classList.remove("dropping");
	}
});

document.addEventListener("drop", (event) => {
	document.body.classList.remove("dropping");
	if (event.dataTransfer.files.length) {
		event.preventDefault();
		files.add(event.dataTransfer.files);
		focusMessage();
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

$("service").textContent = settings.service;
$("service").classList.toggle("emulated", settings.emulated);
$("service").hidden = false;
allow("guardrail", settings.guardrail);
$("emulated").hidden = !settings.emulated;
$("billed").hidden = settings.emulated;
const models = settings.models.some(({ id }) => id === settings.defaultModel)
	? settings.models : [{ id: settings.defaultModel, name: settings.defaultModel }, ...settings.models];
$("model").append(...models.map(({ id, name }) => new Option(name, id, false, id === settings.defaultModel)),
	new Option("Other model\u2026", OTHER));
showModel();
fit();
focusMessage();
