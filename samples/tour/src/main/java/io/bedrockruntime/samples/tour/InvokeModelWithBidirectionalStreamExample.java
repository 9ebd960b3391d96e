package io.bedrockruntime.samples.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.stream.BidirectionalStreamSession;
import reactor.core.publisher.Flux;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A conversation with a speech model: first as a session, in which a thread sends a text,
 * reads the response and sends the next text, then as a {@link Flux} of audio that is
 * transformed into another one.
 */
@Component
@Order(6)
class InvokeModelWithBidirectionalStreamExample implements OperationExample {

	private final BedrockRuntimeOperations bedrock;

	private final ReactiveBedrockRuntimeOperations reactiveBedrock;

	private final SpeechEvents events;

	private final InvokeModelWithBidirectionalStreamRequest request;

	InvokeModelWithBidirectionalStreamExample(BedrockRuntimeOperations bedrock,
			ReactiveBedrockRuntimeOperations reactiveBedrock, SpeechEvents events, TourSettings settings) {
		this.bedrock = bedrock;
		this.reactiveBedrock = reactiveBedrock;
		this.events = events;
		this.request = InvokeModelWithBidirectionalStreamRequest.of(settings.speechModel());
	}

	@Override
	public String operation() {
		return "InvokeModelWithBidirectionalStream";
	}

	@Override
	public String http() {
		return "POST /model/{modelId}/invoke-with-bidirectional-stream";
	}

	@Override
	public void run(Narrator narrator) {
		session(narrator);
		flux(narrator);
	}

	private void session(Narrator narrator) {
		narrator
			.part("A session: two texts, the second sent after the first response (" + this.request.modelId() + ")");
		AtomicReference<InvokeModelWithBidirectionalStreamResponse> response = new AtomicReference<>();
		try (BidirectionalStreamSession session = this.bedrock.invokeModelWithBidirectionalStream(this.request,
				response::set)) {
			this.events.start().forEach(session::send);
			for (String text : List.of("Good morning!", "What can you hear?")) {
				narrator.asked("user: " + text);
				this.events.text(text).forEach(session::send);
				listen(session).print(narrator);
			}
			this.events.end().forEach(session::send);
			session.completeInput();
			listen(session);
		}
		narrator.facts(response.get().responseMetadata());
	}

	private SpokenResponse listen(BidirectionalStreamSession session) {
		SpokenResponse spoken = new SpokenResponse(this.events);
		for (InvokeModelWithBidirectionalStreamOutput event : session) {
			spoken.add(event.bytes());
			if (this.events.isEndOfResponse(event.bytes())) {
				break;
			}
		}
		return spoken;
	}

	private void flux(Narrator narrator) {
		narrator.part("A Flux: half a second of audio");
		narrator.asked("16000 bytes of audio, in five parts");
		AtomicReference<InvokeModelWithBidirectionalStreamResponse> response = new AtomicReference<>();
		Flux<InvokeModelWithBidirectionalStreamInput> input = Flux
			.concat(Flux.fromIterable(this.events.start()), Flux.fromIterable(this.events.audio(5)),
					Flux.fromIterable(this.events.end()))
			.map(InvokeModelWithBidirectionalStreamInput::chunk);
		SpokenResponse spoken = new SpokenResponse(this.events);
		this.reactiveBedrock.invokeModelWithBidirectionalStream(this.request, input, response::set)
			.map(InvokeModelWithBidirectionalStreamOutput::bytes)
			.doOnNext(spoken::add)
			.blockLast();
		spoken.print(narrator);
		narrator.facts(response.get().responseMetadata());
	}

	/**
	 * Transcript and audio of a response.
	 */
	private static final class SpokenResponse {

		private final SpeechEvents events;

		private final List<String> transcript = new ArrayList<>();

		private int audioBytes;

		SpokenResponse(SpeechEvents events) {
			this.events = events;
		}

		void add(Blob event) {
			String text = this.events.textOutput(event);
			if (!text.isEmpty()) {
				this.transcript.add(text);
			}
			this.audioBytes += this.events.audioOutput(event).length;
		}

		void print(Narrator narrator) {
			this.transcript.forEach((text) -> narrator.got(text));
			narrator.got("speech: " + this.audioBytes + " bytes of audio");
		}

	}

}
