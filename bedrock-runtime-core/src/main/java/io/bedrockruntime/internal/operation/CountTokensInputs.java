package io.bedrockruntime.internal.operation;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.counttokens.ConverseTokensRequest;
import io.bedrockruntime.model.counttokens.CountTokensInput;
import io.bedrockruntime.model.counttokens.CountTokensRequest;
import io.bedrockruntime.model.counttokens.InvokeModelTokensRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;

/**
 * Requests that count the tokens of other requests.
 */
public final class CountTokensInputs {

	private CountTokensInputs() {
	}

	public static CountTokensRequest of(ConverseRequest request) {
		return new CountTokensRequest(request.modelId(),
				CountTokensInput.converse(ConverseTokensRequest.from(request)));
	}

	public static CountTokensRequest of(ConverseStreamRequest request) {
		return new CountTokensRequest(request.modelId(),
				CountTokensInput.converse(new ConverseTokensRequest(request.messages(), request.system(),
						request.toolConfig(), request.additionalModelRequestFields())));
	}

	public static CountTokensRequest of(InvokeModelRequest request) {
		Blob body = request.body();
		return new CountTokensRequest(request.modelId(),
				CountTokensInput.invokeModel(new InvokeModelTokensRequest((body != null) ? body : Blob.empty())));
	}

}
