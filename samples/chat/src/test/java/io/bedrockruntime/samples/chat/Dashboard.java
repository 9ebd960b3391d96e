package io.bedrockruntime.samples.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries of the Grafana dashboard, with values for its variables.
 */
final class Dashboard {

	private static final Path FILE = Path.of("..", "..", "observability", "grafana", "dashboards",
			"bedrock-runtime.json");

	private Dashboard() {
	}

	/** Queries by title of the panel and name of the query. */
	static Map<String, String> queries() throws IOException {
		Map<String, String> queries = new LinkedHashMap<>();
		for (JsonNode panel : JsonMapper.shared().readTree(Files.readString(FILE)).get("panels")) {
			for (JsonNode target : panel.path("targets")) {
				String name = panel.get("title").asString() + " " + target.get("refId").asString();
				queries.put(name, substitute(target.get("expr").asString()));
			}
		}
		return queries;
	}

	private static String substitute(String query) {
		String substituted = query.replace("$__rate_interval", Prometheus.WINDOW)
			.replace("$__range", "30s")
			.replace("[5m]", "[" + Prometheus.WINDOW + "]")
			// The interval of the recording rule in this test.
			.replace(":30s]", ":1s]")
			.replace("$application", ".*")
			.replace("$model", ".*");
		if (substituted.contains("$")) {
			throw new IllegalStateException("Unknown variable in " + query);
		}
		return substituted;
	}

}
