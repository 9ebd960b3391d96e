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
 * HTTP client for the SDK that responds to each request at once with the same stream, on
 * the thread of the caller.
 */
final class InMemoryHttpClient implements SdkAsyncHttpClient {

	private static final SdkHttpResponse OK = SdkHttpResponse.builder()
		.statusCode(200)
		.putHeader("Content-Type", "application/vnd.amazon.eventstream")
		.build();

	private final Publisher<ByteBuffer> body;

	private InMemoryHttpClient(Publisher<ByteBuffer> body) {
		this.body = body;
	}

	/**
	 * Return an SDK client that receives this stream, all on the thread of the caller.
	 */
	static BedrockRuntimeAsyncClient clientFor(Publisher<ByteBuffer> body) {
		return BedrockRuntimeAsyncClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
			.httpClient(new InMemoryHttpClient(body))
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
		// no-op
	}

}
