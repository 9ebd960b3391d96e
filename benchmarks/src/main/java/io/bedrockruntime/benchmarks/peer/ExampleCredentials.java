package io.bedrockruntime.benchmarks.peer;

/**
 * Credentials of all peers. A bare HTTP client sends the API key, which is just a
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
