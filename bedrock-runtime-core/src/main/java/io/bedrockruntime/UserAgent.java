package io.bedrockruntime;

/**
 * How the client names itself to the service.
 */
final class UserAgent {

	static final String VALUE = "bedrock-runtime-spring-boot/" + version() + " lang/java#"
			+ System.getProperty("java.version");

	private UserAgent() {
	}

	private static String version() {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "unknown";
	}

}
