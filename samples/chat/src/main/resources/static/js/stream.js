/**
 * Sends a conversation and yields the events of the response as they arrive. A failure of any kind is an event of type
 * "error"; only an abort is thrown.
 */
export async function* answer(conversation, signal) {
	let last;
	try {
		const response = await fetch("api/chat", {
			method: "POST",
			headers: { "Content-Type": "application/json", "Accept": "application/x-ndjson, application/problem+json" },
			body: JSON.stringify(conversation),
			signal,
		});
		if (!response.ok) {
			yield await refused(response);
			return;
		}
		for await (const line of lines(response.body)) {
			last = JSON.parse(line);
			yield last;
		}
	}
	catch (ex) {
		if (signal.aborted) {
			throw ex;
		}
		last = undefined;
	}
	if (last?.type !== "end" && last?.type !== "error") {
		yield { type: "error", code: "ConnectionLost", message: "The connection to the application was lost." };
	}
}

async function refused(response) {
	const problem = await response.json().catch(() => ({}));
	return {
		type: "error",
		code: "RequestRefused",
		message: problem.detail ?? "The application did not accept this request.",
		status: response.status,
	};
}

async function* lines(body) {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) {
				break;
			}
			const parts = (rest + value).split("\n");
			rest = parts.pop();
			yield* parts.filter((part) => part.trim());
		}
		if (rest.trim()) {
			yield rest;
		}
	}
	finally {
		reader.cancel().catch(() => {});
	}
}
