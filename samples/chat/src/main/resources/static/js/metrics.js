// Polls the figures. A rate is the difference to the figures of a minute ago, or to the first ones.
const PAUSE = 1000;
const WINDOW = 60_000;
const POINTS = 120;
const SVG = "http://www.w3.org/2000/svg";

const number = (digits) => new Intl.NumberFormat("en", { maximumFractionDigits: digits });
const whole = number(0);
const tenths = number(1);
const short = { format: (value) => (value < 100 ? tenths : whole).format(value) };
const dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumSignificantDigits: 3 });

const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const failures = (figures) => total(figures.calls.failures);

/** The cards: now contains the figures and perMinute(f), the growth of f(figures) in a minute. */
const cards = {
	calls: { title: "Calls per minute", value: (now) => now.perMinute((f) => f.calls.count),
		text: short.format, detail: (now) => `${whole.format(now.figures.calls.count)} since the start` },
	failed: { title: "Failures per minute", value: (now) => now.perMinute(failures),
		text: short.format, bad: (value) => value > 0,
		detail: (now) => `${whole.format(failures(now.figures))} failed, ${whole.format(now.figures.calls.cancelled)} cancelled` },
	flight: { title: "In flight", value: (now) => now.figures.inFlight,
		text: whole.format, detail: () => "calls in progress" },
	first: { title: "Time to first chunk", value: firstChunk,
		text: (value) => (value === null) ? "–" : whole.format(value * 1000), unit: (value) => (value === null) ? "" : "ms",
		detail: () => "mean of the last streams" },
	input: { title: "Tokens in per minute", value: (now) => now.perMinute((f) => f.tokens.input),
		text: whole.format, detail: (now) => `${whole.format(now.figures.tokens.input)}, ${whole.format(now.figures.tokens.cacheRead)} of them cached` },
	output: { title: "Tokens out per minute", value: (now) => now.perMinute((f) => f.tokens.output),
		text: whole.format, detail: (now) => `${whole.format(now.figures.tokens.output)} since the start` },
	cost: { title: "Cost, estimate", value: (now) => now.perMinute((f) => f.cost.dollars) * 60,
		text: (value) => dollars.format(value), unit: () => "per hour",
		detail: (now) => now.figures.cost.priced ? `${dollars.format(now.figures.cost.dollars)} since the start` : "no price is configured" },
	retries: { title: "Retries per minute", value: (now) => now.perMinute((f) => f.retries),
		text: short.format, detail: (now) => `${whole.format(now.figures.retries)} since the start` },
};

let polls = [];
const curves = new Map(Object.keys(cards).map((name) => [name, []]));
const shown = new Map();

/** The mean of the streams that began within the window, or of all streams if there are none. */
function firstChunk(now) {
	const count = now.growth((f) => f.firstChunk.count);
	if (count > 0) {
		return now.growth((f) => f.firstChunk.seconds) / count;
	}
	const { firstChunk } = now.figures;
	return (firstChunk.count > 0) ? firstChunk.seconds / firstChunk.count : null;
}

function build() {
	const template = document.getElementById("card");
	for (const [name, card] of Object.entries(cards)) {
		const element = template.content.firstElementChild.cloneNode(true);
		element.id = name;
		element.querySelector("h2").textContent = card.title;
		document.getElementById("cards").append(element);
		shown.set(name, element);
	}
}

function show(figures, time) {
	polls = polls.filter((poll) => time - poll.time <= WINDOW);
	polls.push({ figures, time });
	const first = polls[0];
	const growth = (of) => of(figures) - of(first.figures);
	// The first seconds are too short to calculate a rate.
	const perMinute = (of) => growth(of) * 60_000 / Math.max(time - first.time, 10_000);
	const now = { figures, growth, perMinute };
	for (const [name, card] of Object.entries(cards)) {
		showCard(shown.get(name), card, curves.get(name), now);
	}
	bars("stop-reasons", figures.stopReasons, "No complete response yet");
	bars("failures", figures.calls.failures, "None");
	for (const place of document.querySelectorAll("[data-pool]")) {
		place.textContent = whole.format(figures.pool[place.dataset.pool]);
	}
}

function showCard(element, card, curve, now) {
	const value = card.value(now);
	curve.push(value ?? 0);
	curve.splice(0, curve.length - POINTS);
	const unit = document.createElement("small");
	unit.textContent = card.unit?.(value) ?? "";
	element.querySelector(".value").replaceChildren(card.text(value), ...(unit.textContent ? [unit] : []));
	element.querySelector(".detail").textContent = card.detail(now);
	element.classList.toggle("bad", card.bad?.(value) ?? false);
	const line = path(curve);
	element.querySelector(".line").setAttribute("d", line);
	element.querySelector(".area").setAttribute("d", `${line}V48H0Z`);
}

function path(values) {
	const top = Math.max(...values, Number.MIN_VALUE);
	const all = (values.length > 1) ? values : [values[0], values[0]];
	const step = 240 / (all.length - 1);
	return all.map((value, index) => `${index ? "L" : "M"}${(index * step).toFixed(1)} ${(46 - 40 * value / top).toFixed(1)}`).join("");
}

function bars(id, counts, nothing) {
	const sum = total(counts);
	const entries = Object.entries(counts).filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
	const items = entries.map(([name, count]) => {
		const item = document.createElement("li");
		item.append(text("name", name), text("count", `${whole.format(count)} (${whole.format(100 * count / sum)}%)`), rail(count / sum));
		return item;
	});
	if (items.length === 0) {
		const item = document.createElement("li");
		item.className = "nothing";
		item.textContent = nothing;
		items.push(item);
	}
	document.getElementById(id).replaceChildren(...items);
}

function text(name, content) {
	const element = document.createElement("span");
	element.className = name;
	element.textContent = content;
	return element;
}

function rail(share) {
	const svg = document.createElementNS(SVG, "svg");
	svg.setAttribute("viewBox", "0 0 100 4");
	svg.setAttribute("preserveAspectRatio", "none");
	svg.setAttribute("aria-hidden", "true");
	for (const [name, width] of [["rail", 100], ["", 100 * share]]) {
		const rect = document.createElementNS(SVG, "rect");
		rect.setAttribute("class", name);
		rect.setAttribute("width", width);
		rect.setAttribute("height", 4);
		svg.append(rect);
	}
	return svg;
}

async function poll() {
	let alive = false;
	try {
		const response = await fetch("api/figures", { cache: "no-store", signal: AbortSignal.timeout(5000) });
		if (response.ok) {
			show(await response.json(), performance.now());
			alive = true;
		}
	}
	catch {
		// The page shows a message below.
	}
	document.getElementById("lost").hidden = alive;
	document.getElementById("live").hidden = !alive;
	// A hidden page needs no update.
	if (document.hidden) {
		await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
	}
	setTimeout(poll, PAUSE);
}

build();
poll();
