package io.bedrockruntime.benchmarks.peer;

/**
 * What all peers sign with. A bare HTTP client sends the API key, which is nothing but a
 * constant header.
 */
final class ExampleCredentials {

	static final String REGION = "us-east-1";

	static final String ACCESS_KEY = "AKIDEXAMPLE";

	static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

	static final String API_KEY = "bedrock-api-key-example";

	private ExampleCredentials() {
	}

}
