package io.bedrockruntime.autoconfigure.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.bedrockruntime.settings.ConnectionSettings;

/**
 * Finds the connection settings that differ from the defaults, by the names of their
 * properties.
 */
class NonDefaultSettings {

	private static final Map<String, Function<ConnectionSettings, ?>> SETTINGS = new LinkedHashMap<>();

	static {
		SETTINGS.put("max-connections", ConnectionSettings::maxConnections);
		SETTINGS.put("max-pending-acquires", ConnectionSettings::maxPendingAcquires);
		SETTINGS.put("max-idle-time", ConnectionSettings::maxIdleTime);
		SETTINGS.put("max-life-time", ConnectionSettings::maxLifeTime);
		SETTINGS.put("http2", ConnectionSettings::http2);
		SETTINGS.put("max-header-size", ConnectionSettings::maxHeaderSize);
		SETTINGS.put("max-header-count", ConnectionSettings::maxHeaderCount);
		SETTINGS.put("pool-metrics", ConnectionSettings::poolMetrics);
		SETTINGS.put("keep-alive", ConnectionSettings::keepAlive);
		SETTINGS.put("proxy", ConnectionSettings::proxy);
	}

	private final String prefix;

	NonDefaultSettings(String prefix) {
		this.prefix = prefix;
	}

	List<String> of(ConnectionSettings settings) {
		ConnectionSettings defaults = ConnectionSettings.defaults();
		return SETTINGS.entrySet()
			.stream()
			.filter((
					setting) -> !Objects.equals(setting.getValue().apply(settings), setting.getValue().apply(defaults)))
			.map((setting) -> this.prefix + setting.getKey())
			.toList();
	}

}
