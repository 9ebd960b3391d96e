package io.bedrockruntime.benchmarks.memory;

import java.io.ByteArrayInputStream;
import java.net.URI;

import software.amazon.awssdk.core.ClientEndpointProvider;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.config.SdkClientOption;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.protocols.json.AwsJsonProtocol;
import software.amazon.awssdk.protocols.json.AwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.transform.ConverseRequestMarshaller;

/**
 * JSON marshalling of the SDK, configured as its clients configure it. It is called
 * directly, as a call of a client would also sign the request and more.
 */
final class SdkJson {

	private final AwsJsonProtocolFactory protocol = AwsJsonProtocolFactory.builder()
		.clientConfiguration(SdkClientConfiguration.builder()
			.option(SdkClientOption.CLIENT_ENDPOINT_PROVIDER,
					ClientEndpointProvider.create(URI.create("https://bedrock-runtime.us-east-1.amazonaws.com"), false))
			.build())
		.defaultServiceExceptionSupplier(BedrockRuntimeException::builder)
		.protocol(AwsJsonProtocol.REST_JSON)
		.protocolVersion("1.1")
		.build();

	private final JsonOperationMetadata operation = JsonOperationMetadata.builder()
		.hasStreamingSuccessResponse(false)
		.isPayloadJson(true)
		.build();

	SdkHttpFullRequest write(ConverseRequest request) {
		return new ConverseRequestMarshaller(this.protocol).marshall(request);
	}

	ConverseResponse read(byte[] json) {
		HttpResponseHandler<ConverseResponse> handler = this.protocol.createResponseHandler(this.operation,
				ConverseResponse::builder);
		SdkHttpFullResponse response = SdkHttpFullResponse.builder()
			.statusCode(200)
			.putHeader("Content-Type", "application/json")
			.putHeader("x-amzn-RequestId", "0f8fad5b-d9cb-469f-a165-70867728950e")
			.content(AbortableInputStream.create(new ByteArrayInputStream(json)))
			.build();
		try {
			return handler.handle(response, new ExecutionAttributes());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
