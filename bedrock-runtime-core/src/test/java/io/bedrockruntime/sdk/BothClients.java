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
import org.reactivestreams.Publisher;
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
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithBidirectionalStreamInput;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithBidirectionalStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithBidirectionalStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * This client and the AWS SDK's client, for the same server with the same credentials.
 */
final class BothClients implements AutoCloseable {

	/** The operations to compare, by their AWS names. */
	static final Set<String> OPERATIONS = Set.of("ApplyGuardrail", "Converse", "ConverseStream", "CountTokens",
			"GetAsyncInvoke", "InvokeGuardrailChecks", "InvokeModel", "InvokeModelWithBidirectionalStream",
			"InvokeModelWithResponseStream", "ListAsyncInvokes", "StartAsyncInvoke");

	private static final JsonNode EVENT = JsonNodeFactory.instance.objectNode()
		.set("chunk", JsonNodeFactory.instance.objectNode().put("bytes", new byte[] { 1 }));

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final String REGION = "eu-central-1";

	private final ReactiveBedrockRuntimeTemplate ours;

	private final BedrockRuntimeClient sdk;

	private final BedrockRuntimeAsyncClient sdkAsync;

	private final BedrockRuntimeAsyncClient sdkHttp2;

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
		this.sdkAsync = async(endpoint, Protocol.HTTP1_1, credentials, once);
		this.sdkHttp2 = async(endpoint, Protocol.HTTP2, credentials, once);
	}

	private static BedrockRuntimeAsyncClient async(URI endpoint, Protocol protocol,
			StaticCredentialsProvider credentials, ClientOverrideConfiguration once) {
		return BedrockRuntimeAsyncClient.builder()
			.endpointOverride(endpoint)
			.region(Region.of(REGION))
			.credentialsProvider(credentials)
			.httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(protocol).readTimeout(WAIT))
			.overrideConfiguration(once)
			.build();
	}

	/** The operations of this client's interface, by their AWS names. */
	static Set<String> callable() {
		Set<String> methods = Arrays.stream(ReactiveBedrockRuntimeOperations.class.getMethods())
			.map(Method::getName)
			.collect(Collectors.toSet());
		return Contract.operations().filter((name) -> methods.contains(methodOf(name))).collect(Collectors.toSet());
	}

	static boolean isStream(String operation) {
		return Contract.eventStream(Contract.operation(operation).get("output").stringValue()) != null;
	}

	/** The union of events that an operation takes, or null. */
	static String inputOf(String operation) {
		return Contract.eventStream(Contract.operation(operation).get("input").stringValue());
	}

	private static String methodOf(String operation) {
		return operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
	}

	/** Call an operation with this client. */
	Outcome ours(String operation, Object request) {
		return ours(operation, request, List.of(EVENT));
	}

	/** Call an operation, with these events if it accepts events. */
	Outcome ours(String operation, Object request, List<JsonNode> input) {
		Object[] response = new Object[1];
		List<Object> events = new ArrayList<>();
		try {
			if (inputOf(operation) != null) {
				List<?> sent = input.stream().map((event) -> OurShapes.variant(inputOf(operation), event)).toList();
				Method method = ReactiveBedrockRuntimeOperations.class.getMethod(methodOf(operation),
						request.getClass(), Publisher.class, Consumer.class);
				Consumer<Object> onResponse = (value) -> response[0] = value;
				((Flux<?>) method.invoke(this.ours, request, Flux.fromIterable(sent), onResponse)).doOnNext(events::add)
					.blockLast(WAIT);
			}
			else if (isStream(operation)) {
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
		return theirs(operation, request, List.of(EVENT));
	}

	/** Call an operation, with these events if it accepts events. */
	Outcome theirs(String operation, Object request, List<JsonNode> input) {
		return isStream(operation) ? stream(operation, request, input) : unary(operation, request);
	}

	private Outcome unary(String operation, Object request) {
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

	private Outcome stream(String operation, Object request, List<JsonNode> input) {
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
			else if (request instanceof InvokeModelWithBidirectionalStreamRequest invoke) {
				Flux<InvokeModelWithBidirectionalStreamInput> sent = Flux.fromIterable(input)
					.map((event) -> (InvokeModelWithBidirectionalStreamInput) SdkShapes.event(inputOf(operation),
							event));
				this.sdkHttp2
					.invokeModelWithBidirectionalStream(invoke, sent,
							InvokeModelWithBidirectionalStreamResponseHandler.builder()
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
		this.sdkHttp2.close();
	}

	/**
	 * Outcome of a call.
	 */
	record Outcome(Object response, List<Object> events, Throwable failure) {

		Outcome {
			events = List.copyOf(events);
		}

		/** The response, or the failure if there is none. */
		Object success() {
			if (this.failure != null) {
				throw new AssertionError("The call failed", this.failure);
			}
			return this.response;
		}

	}

}
