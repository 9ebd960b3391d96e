package io.bedrockruntime.sdk;

import io.bedrockruntime.model.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base class of comparisons, with one server and both clients for it.
 */
abstract class ComparisonWithSdk {

	static RecordingServer server;

	static BothClients clients;

	@BeforeAll
	static void start() {
		server = new RecordingServer();
		clients = new BothClients(server.endpoint());
	}

	@AfterAll
	static void stop() {
		clients.close();
		server.close();
	}

	static String input(String operation) {
		return Contract.operation(operation).get("input").stringValue();
	}

	static String output(String operation) {
		return Contract.operation(operation).get("output").stringValue();
	}

}
