package io.bedrockruntime.emulator.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.support.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Table that maps a request line to an operation.
 */
public final class Routes {

	private static final Pattern LABEL = Pattern.compile("\\{(\\w+)}");

	private static final Routes ALL = new Routes(ServiceModel.load());

	private final List<Route> routes = new ArrayList<>();

	private Routes(ServiceModel serviceModel) {
		serviceModel.operations().forEach((operation) -> this.routes.add(route(operation)));
	}

	public static Routes all() {
		return ALL;
	}

	private static Route route(ServiceModel.Operation operation) {
		List<String> labels = new ArrayList<>();
		StringBuilder regex = new StringBuilder();
		Matcher matcher = LABEL.matcher(operation.path());
		int end = 0;
		while (matcher.find()) {
			labels.add(matcher.group(1));
			regex.append(Pattern.quote(operation.path().substring(end, matcher.start()))).append("([^/]+)");
			end = matcher.end();
		}
		regex.append(Pattern.quote(operation.path().substring(end)));
		return new Route(operation, Pattern.compile(regex.toString()), labels);
	}

	@Nullable public Match match(String method, String rawPath) {
		for (Route route : this.routes) {
			Matcher matcher = route.pattern().matcher(rawPath);
			if (route.operation().method().equals(method) && matcher.matches()) {
				Map<String, String> labels = new LinkedHashMap<>();
				for (int i = 0; i < route.labels().size(); i++) {
					labels.put(route.labels().get(i), PercentEncoding.decode(matcher.group(i + 1)));
				}
				return new Match(route.operation(), labels);
			}
		}
		return null;
	}

	/**
	 * Matched operation with the labels of the path.
	 *
	 * @param operation the operation
	 * @param labels the decoded labels by member name
	 */
	public record Match(ServiceModel.Operation operation, Map<String, String> labels) {

	}

	private record Route(ServiceModel.Operation operation, Pattern pattern, List<String> labels) {

	}

}
