package io.bedrockruntime.sdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.model.Contract;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/**
 * Our client and the AWS SDK's, pointed at one server with the same credentials.
 */
final class BothClients implements AutoCloseable {

	/**
	 * The operations to compare, by their AWS names. InvokeModelWithBidirectionalStream
	 * joins them when it can be called: with a call of either client in {@link #ours} and
	 * {@link #stream}, a line in the tables of responses, events and errors, and a
	 * comparison of the first signed message in that of requests.
	 */
	static final Set<String> OPERATIONS = Set.of("ApplyGuardrail", "Converse", "ConverseStream", "CountTokens",
			"GetAsyncInvoke", "InvokeGuardrailChecks", "InvokeModel", "InvokeModelWithResponseStream",
			"ListAsyncInvokes", "StartAsyncInvoke");

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final String REGION = "eu-central-1";

	private final ReactiveBedrockRuntimeTemplate ours;

	private final BedrockRuntimeClient sdk;

	private final BedrockRuntimeAsyncClient sdkAsync;

	BothClients(URI endpoint) {
		StaticCredentialsProvider credentials = StaticCredentialsProvider
			.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret+/key"));
		ClientOverrideConfiguration once = ClientOverrideConfiguration.builder()
			.retryStrategy(DefaultRetryStrategy.doNotRetry())
			.build();
		this.ours = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(endpoint)
			.region(REGION)
			.credentialsProvider(credentials)
			.build();
		this.sdk = BedrockRuntimeClient.builder()
			.endpointOverride(endpoint)
			.region(Region.of(REGION))
			.credentialsProvider(credentials)
			.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(WAIT))
			.overrideConfiguration(once)
			.build();
		this.sdkAsync = BedrockRuntimeAsyncClient.builder()
			.endpointOverride(endpoint)
			.region(Region.of(REGION))
			.credentialsProvider(credentials)
			.httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).readTimeout(WAIT))
			.overrideConfiguration(once)
			.build();
	}

	/** The operations that our interface has, by their AWS names. */
	static Set<String> callable() {
		Set<String> methods = Arrays.stream(ReactiveBedrockRuntimeOperations.class.getMethods())
			.map(Method::getName)
			.collect(Collectors.toSet());
		return Contract.operations().filter((name) -> methods.contains(methodOf(name))).collect(Collectors.toSet());
	}

	static boolean isStream(String operation) {
		return Contract.eventStream(Contract.operation(operation).get("output").stringValue()) != null;
	}

	private static String methodOf(String operation) {
		return operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
	}

	/** Call an operation with our client. */
	Outcome ours(String operation, Object request) {
		Object[] response = new Object[1];
		List<Object> events = new ArrayList<>();
		try {
			if (isStream(operation)) {
				Method method = ReactiveBedrockRuntimeOperations.class.getMethod(methodOf(operation),
						request.getClass(), Consumer.class);
				Consumer<Object> onResponse = (value) -> response[0] = value;
				((Flux<?>) method.invoke(this.ours, request, onResponse)).doOnNext(events::add).blockLast(WAIT);
			}
			else {
				Method method = ReactiveBedrockRuntimeOperations.class.getMethod(methodOf(operation),
						request.getClass());
				response[0] = ((Mono<?>) method.invoke(this.ours, request)).block(WAIT);
			}
			return new Outcome(response[0], events, null);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
		catch (RuntimeException ex) {
			return new Outcome(response[0], events, ex);
		}
	}

	/** Call an operation with the SDK's client. */
	Outcome theirs(String operation, Object request) {
		return isStream(operation) ? stream(request) : answer(operation, request);
	}

	private Outcome answer(String operation, Object request) {
		try {
			Method method = BedrockRuntimeClient.class.getMethod(methodOf(operation), request.getClass());
			return new Outcome(method.invoke(this.sdk, request), List.of(), null);
		}
		catch (InvocationTargetException ex) {
			return new Outcome(null, List.of(), ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	private Outcome stream(Object request) {
		Object[] response = new Object[1];
		List<Object> events = new ArrayList<>();
		try {
			if (request instanceof ConverseStreamRequest converse) {
				this.sdkAsync
					.converseStream(converse,
							ConverseStreamResponseHandler.builder()
								.onResponse((value) -> response[0] = value)
								.subscriber(events::add)
								.build())
					.join();
			}
			else if (request instanceof InvokeModelWithResponseStreamRequest invoke) {
				this.sdkAsync
					.invokeModelWithResponseStream(invoke,
							InvokeModelWithResponseStreamResponseHandler.builder()
								.onResponse((value) -> response[0] = value)
								.subscriber(events::add)
								.build())
					.join();
			}
			else {
				throw new AssertionError("No call for " + request.getClass());
			}
			return new Outcome(response[0], events, null);
		}
		catch (CompletionException ex) {
			return new Outcome(response[0], events, ex.getCause());
		}
	}

	@Override
	public void close() {
		this.ours.close();
		this.sdk.close();
		this.sdkAsync.close();
	}

	/**
	 * What came of a call.
	 */
	record Outcome(Object response, List<Object> events, Throwable failure) {

		Outcome {
			events = List.copyOf(events);
		}

		/** The response, or a failure that says why there is none. */
		Object success() {
			if (this.failure != null) {
				throw new AssertionError("The call failed", this.failure);
			}
			return this.response;
		}

	}

}
