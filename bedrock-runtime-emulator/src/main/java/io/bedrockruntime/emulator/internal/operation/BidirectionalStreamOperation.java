package io.bedrockruntime.emulator.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.auth.ChunkSignatures;
import io.bedrockruntime.emulator.internal.fault.FaultInjection;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.session.BidirectionalSession;
import io.bedrockruntime.emulator.internal.session.EchoSession;
import io.bedrockruntime.emulator.internal.session.NovaSonicSession;
import io.bedrockruntime.emulator.internal.session.ScriptedSession;
import io.bedrockruntime.emulator.internal.session.SessionInput;
import io.bedrockruntime.emulator.internal.session.SessionOutput;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.internal.wire.StreamingResponse;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Handler of InvokeModelWithBidirectionalStream.
 */
public final class BidirectionalStreamOperation {

	private static final Pattern SONIC = Pattern.compile("amazon\\.nova(-\\d+)?-sonic");

	/**
	 * Number of steps that are buffered for a slow client before its events wait as well.
	 */
	private static final int AHEAD = 32;

	private final Pacing pacing;

	private final RequestValidator validator;

	public BidirectionalStreamOperation(Pacing pacing, RequestValidator validator) {
		this.pacing = pacing;
		this.validator = validator;
	}

	public boolean takes(Reply reply) {
		return reply instanceof Reply.Session || reply instanceof Reply.Events || reply instanceof Reply.Text;
	}

	public StreamingResponse open(OperationCall call, ChunkSignatures signatures, SessionInput.EventListener listener,
			@Nullable ScriptEntry entry) {
		List<Fault> faults = (entry != null) ? entry.faults() : List.of();
		SessionOutput output = new SessionOutput(this.pacing);
		BidirectionalSession session = session(call.modelId(), (entry != null) ? entry.reply() : null);
		SessionInput input = new SessionInput(signatures, this.validator, listener, session, output);
		WireResponse head = new WireResponse(200, OperationResponses.CONVERSE_HEADERS, List.of(), List.of(),
				WireResponse.CHUNKED);
		return FaultInjection.apply(head, (parts) -> input.steps(parts).publishOn(Schedulers.immediate(), AHEAD),
				faults);
	}

	private static BidirectionalSession session(ModelId modelId, @Nullable Reply reply) {
		if (reply instanceof Reply.Session scripted) {
			return new ScriptedSession(scripted.parts());
		}
		if (reply instanceof Reply.Events events) {
			return new ScriptedSession(List.of(new Reply.SessionPart(0, events.messages())));
		}
		String scriptedText = (reply instanceof Reply.Text text) ? text.text() : null;
		if (SONIC.matcher(modelId.value()).find()) {
			return new NovaSonicSession(scriptedText);
		}
		return (scriptedText != null) ? (content, output) -> output.chunk(scriptedText.getBytes(StandardCharsets.UTF_8))
				: new EchoSession();
	}

}
