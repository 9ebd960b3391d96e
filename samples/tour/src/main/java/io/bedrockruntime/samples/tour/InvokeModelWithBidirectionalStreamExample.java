package io.bedrockruntime.samples.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BidirectionalStreamSession;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import reactor.core.publisher.Flux;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Talking with a speech model: once as a session, where a thread says something, listens
 * and says the next thing, and once as a {@link Flux} of sound that becomes another one.
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
	public void visit(Narrator narrator) {
		session(narrator);
		flux(narrator);
	}

	private void session(Narrator narrator) {
		narrator.part("A session: two texts, each answered before the next (" + this.request.modelId() + ")");
		AtomicReference<InvokeModelWithBidirectionalStreamResponse> response = new AtomicReference<>();
		try (BidirectionalStreamSession session = this.bedrock.invokeModelWithBidirectionalStream(this.request,
				response::set)) {
			this.events.start().forEach(session::send);
			for (String text : List.of("Good morning!", "What can you hear?")) {
				narrator.asked("user: " + text);
				this.events.text(text).forEach(session::send);
				listen(session).tell(narrator);
			}
			this.events.end().forEach(session::send);
			session.completeInput();
			listen(session);
		}
		narrator.facts(response.get().responseMetadata());
	}

	private Heard listen(BidirectionalStreamSession session) {
		Heard heard = new Heard(this.events);
		for (InvokeModelWithBidirectionalStreamOutput event : session) {
			heard.add(event.bytes());
			if (this.events.isEndOfAnswer(event.bytes())) {
				break;
			}
		}
		return heard;
	}

	private void flux(Narrator narrator) {
		narrator.part("A Flux: half a second of sound");
		narrator.asked("16000 bytes of audio, in five parts");
		AtomicReference<InvokeModelWithBidirectionalStreamResponse> response = new AtomicReference<>();
		Flux<InvokeModelWithBidirectionalStreamInput> input = Flux
			.concat(Flux.fromIterable(this.events.start()), Flux.fromIterable(this.events.sound(5)),
					Flux.fromIterable(this.events.end()))
			.map(InvokeModelWithBidirectionalStreamInput::chunk);
		Heard heard = new Heard(this.events);
		this.reactiveBedrock.invokeModelWithBidirectionalStream(this.request, input, response::set)
			.map(InvokeModelWithBidirectionalStreamOutput::bytes)
			.doOnNext(heard::add)
			.blockLast();
		heard.tell(narrator);
		narrator.facts(response.get().responseMetadata());
	}

	/**
	 * What the model said.
	 */
	private static final class Heard {

		private final SpeechEvents events;

		private final List<String> transcript = new ArrayList<>();

		private int audioBytes;

		Heard(SpeechEvents events) {
			this.events = events;
		}

		void add(Blob event) {
			String text = this.events.textOutput(event);
			if (!text.isEmpty()) {
				this.transcript.add(text);
			}
			this.audioBytes += this.events.audioOutput(event).length;
		}

		void tell(Narrator narrator) {
			this.transcript.forEach((text) -> narrator.got(text));
			narrator.got("speech: " + this.audioBytes + " bytes of audio");
		}

	}

}
