package io.bedrockruntime.test.testcontainers;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.script.ScriptEntry;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The Amazon Bedrock Runtime emulator in a container. With {@code @ServiceConnection} the
 * client of the application calls it. The script, guardrails and all other settings must
 * be set before it starts. Its log contains a line for each call, without the content of
 * requests and responses.
 *
 * @since 0.1.0
 */
public final class BedrockRuntimeContainer extends GenericContainer<BedrockRuntimeContainer> {

	/** The name of the image that this project builds. */
	public static final String IMAGE = "bedrock-runtime-emulator";

	/** The port inside the container. */
	public static final int PORT = 8642;

	private static final String VARIABLE_PREFIX = "BEDROCK_RUNTIME_EMULATOR_";

	private static final String REGION = "us-east-1";

	private static final String ACCESS_KEY = "AKIAEMULATOREXAMPLE0";

	private static final String SECRET_KEY = "emulator/secret/access/key/of/no/account";

	private static final String GUARDRAILS = "/tmp/guardrails.json";

	private final List<String> script = new ArrayList<>();

	private String region = REGION;

	private String accessKey = ACCESS_KEY;

	private String secretKey = SECRET_KEY;

	private @Nullable String sessionToken;

	private @Nullable String apiKey;

	/**
	 * Create a container of an image.
	 * @param image the name of the image with its tag, for example {@code
	 * bedrock-runtime-emulator:0.1.0}
	 */
	public BedrockRuntimeContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Create a container of an image.
	 * @param image an image of this project, or a compatible one
	 */
	public BedrockRuntimeContainer(DockerImageName image) {
		super(image);
		withExposedPorts(PORT);
		waitingFor(Wait.forHttp("/health").forPort(PORT));
		withEnv(VARIABLE_PREFIX + "TOKENS_PER_SECOND", "0");
	}

	/**
	 * Set the region that signatures must be scoped to.
	 * @param region the region, {@code us-east-1} if not set
	 * @return this container
	 */
	public BedrockRuntimeContainer withRegion(String region) {
		this.region = region;
		return this;
	}

	/**
	 * Set the accepted credentials. If not set, example credentials are used.
	 * @param accessKey the access key
	 * @param secretKey its secret key
	 * @param sessionToken the session token, or {@code null} for long-term credentials
	 * @return this container
	 */
	public BedrockRuntimeContainer withCredentials(String accessKey, String secretKey, @Nullable String sessionToken) {
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		this.sessionToken = sessionToken;
		return this;
	}

	/**
	 * Set an API key that is accepted in addition to the credentials. The client of the
	 * application then uses it instead of signing.
	 * @param apiKey the API key
	 * @return this container
	 */
	public BedrockRuntimeContainer withApiKey(String apiKey) {
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Set the pace of streams.
	 * @param tokensPerSecond tokens per second; 0, the default, does not pace them
	 * @return this container
	 */
	public BedrockRuntimeContainer withTokensPerSecond(double tokensPerSecond) {
		return withEnv(VARIABLE_PREFIX + "TOKENS_PER_SECOND", Double.toString(tokensPerSecond));
	}

	/**
	 * Append entries to the script.
	 * @param entries the entries in the format of the emulator's command line, for
	 * example {@code Converse: text="Forty-two." always}
	 * @return this container
	 * @throws IllegalArgumentException if an entry is invalid
	 * @see ScriptEntry#parse(String)
	 */
	public BedrockRuntimeContainer withScript(String... entries) {
		for (String entry : entries) {
			ScriptEntry.parse(entry);
			this.script.add(entry);
		}
		return this;
	}

	/**
	 * Set the guardrails.
	 * @param file a file in the format of {@code aws bedrock create-guardrail}, with an
	 * {@code id}
	 * @return this container
	 */
	public BedrockRuntimeContainer withGuardrails(MountableFile file) {
		withCopyFileToContainer(file, GUARDRAILS);
		return withEnv(VARIABLE_PREFIX + "GUARDRAILS", GUARDRAILS);
	}

	@Override
	protected void configure() {
		set("REGION", this.region, REGION);
		set("ACCESS_KEY", this.accessKey, ACCESS_KEY);
		set("SECRET_KEY", this.secretKey, SECRET_KEY);
		set("SESSION_TOKEN", this.sessionToken, null);
		set("API_KEY", this.apiKey, null);
		if (!this.script.isEmpty()) {
			withEnv(VARIABLE_PREFIX + "FAULT", String.join("\n", this.script));
		}
	}

	/** Set a variable only if its value differs from the emulator's default. */
	private void set(String name, @Nullable String value, @Nullable String known) {
		if (value != null && !value.equals(known)) {
			withEnv(VARIABLE_PREFIX + name, value);
		}
	}

	/**
	 * Return the endpoint for clients.
	 * @return the endpoint
	 */
	public URI getEndpoint() {
		return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
	}

	/**
	 * Return the region to sign for.
	 * @return the region
	 */
	public String getRegion() {
		return this.region;
	}

	/**
	 * Return the access key.
	 * @return the access key
	 */
	public String getAccessKey() {
		return this.accessKey;
	}

	/**
	 * Return the secret key.
	 * @return the secret key
	 */
	public String getSecretKey() {
		return this.secretKey;
	}

	/**
	 * Return the session token that requests must contain.
	 * @return the session token, or {@code null} if there is none
	 */
	public @Nullable String getSessionToken() {
		return this.sessionToken;
	}

	/**
	 * Return the API key.
	 * @return the API key, or {@code null} if there is none
	 */
	public @Nullable String getApiKey() {
		return this.apiKey;
	}

}
