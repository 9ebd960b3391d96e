package io.bedrockruntime.benchmarks.memory;

import java.net.URI;
import java.util.Map;

import io.bedrockruntime.internal.signing.RequestToSign;
import io.bedrockruntime.internal.signing.SignatureV4Signer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Benchmark of signing a Converse request.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class SignBenchmark {

	private static final URI ENDPOINT = URI.create("https://bedrock-runtime.us-east-1.amazonaws.com"
			+ "/model/us.anthropic.claude-sonnet-4-20250514-v1%3A0/converse");

	private static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("AKIDEXAMPLE",
			"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

	/** Size of the body in bytes. */
	@Param({ "1024", "1048576" })
	public int size = 1024;

	private final SignatureV4Signer signer = new SignatureV4Signer(StaticCredentialsProvider.create(CREDENTIALS),
			"us-east-1");

	private final AwsV4HttpSigner sdkSigner = AwsV4HttpSigner.create();

	private RequestToSign request;

	private SdkHttpRequest sdkRequest;

	private byte[] body;

	/**
	 * Create the requests.
	 */
	@Setup
	public void setUp() {
		this.body = "x".repeat(this.size).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		this.request = new RequestToSign("POST", ENDPOINT, Map.of("content-type", "application/json"), this.body);
		// With the headers that the SDK sets before it signs.
		this.sdkRequest = SdkHttpRequest.builder()
			.method(SdkHttpMethod.POST)
			.uri(ENDPOINT)
			.putHeader("Content-Length", Integer.toString(this.size))
			.putHeader("Content-Type", "application/json")
			.putHeader("User-Agent",
					"aws-sdk-java/2 md/io#async md/http#NettyNio ua/2.1 api/Bedrock_Runtime#2 lang/java#17")
			.putHeader("amz-sdk-invocation-id", "0f8fad5b-d9cb-469f-a165-70867728950e")
			.putHeader("amz-sdk-request", "attempt=1; max=4")
			.build();
	}

	/**
	 * Our signer, from its input to the headers that it adds.
	 */
	@Benchmark
	public Map<String, String> ours() {
		Map<String, String> headers = this.signer.sign(this.request).block();
		if (headers == null) {
			throw new IllegalStateException("Not signed");
		}
		return headers;
	}

	/**
	 * The SDK's signer, from the SDK's request to the signed request.
	 */
	@Benchmark
	public SignedRequest sdk() {
		return this.sdkSigner.sign(SignRequest.<AwsCredentialsIdentity>builder(CREDENTIALS)
			.request(this.sdkRequest)
			.payload(ContentStreamProvider.fromByteArrayUnsafe(this.body))
			.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
			.putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
			.build());
	}

}
