package io.bedrockruntime.benchmarks.memory;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

import org.reactivestreams.Publisher;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/**
 * In place of an HTTP client of the SDK: answers each request at once with the same
 * stream, on the thread of the caller.
 */
final class ReadyHttpClient implements SdkAsyncHttpClient {

	private static final SdkHttpResponse OK = SdkHttpResponse.builder()
		.statusCode(200)
		.putHeader("Content-Type", "application/vnd.amazon.eventstream")
		.build();

	private final Publisher<ByteBuffer> body;

	private ReadyHttpClient(Publisher<ByteBuffer> body) {
		this.body = body;
	}

	/**
	 * Return the SDK's client, answered by this stream, all on the thread of the caller.
	 */
	static BedrockRuntimeAsyncClient answering(Publisher<ByteBuffer> body) {
		return BedrockRuntimeAsyncClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
			.httpClient(new ReadyHttpClient(body))
			.asyncConfiguration((configuration) -> configuration
				.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
			.build();
	}

	@Override
	public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
		request.responseHandler().onHeaders(OK);
		request.responseHandler().onStream(this.body);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public String clientName() {
		return "ready";
	}

	@Override
	public void close() {
		// holds nothing
	}

}
