package io.bedrockruntime.benchmarks.peer;

import java.util.List;

import io.bedrockruntime.benchmarks.peer.SdkHttp.Wire;

/**
 * Factory of the measured clients by name. All have the same static credentials and the
 * same maximum number of connections. All but the bare ones, which do not retry, use
 * standard retries with at most three attempts. Timeouts are so long that none expires.
 * The SDK's blocking clients do not support ConverseStream.
 */
public final class Peers {

	/**
	 * All names: ours first, the bare HTTP clients last.
	 */
	public static final List<String> NAMES = List.of("ours", "ours-unobserved", "ours-blocking", "ours-h2",
			"sdk-apache5", "sdk-url", "sdk-netty", "sdk-netty-h2", "sdk-crt", "sdk-crt-h2", "raw-webclient",
			"raw-reactor-netty");

	private Peers() {
	}

	/**
	 * Create a client.
	 * @param name one of {@link #NAMES}: {@code ours}, {@code ours-blocking} and
	 * {@code ours-h2} run in a Spring Boot application with metrics,
	 * {@code ours-unobserved} is core alone; the HTTP version is 1.1 unless the name ends
	 * in {@code h2}
	 * @param settings the settings
	 * @return the client, which the caller closes
	 */
	public static Peer create(String name, PeerSettings settings) {
		return switch (name) {
			case "ours" -> OurApplication.start(settings, false).reactivePeer();
			case "ours-unobserved" -> OurReactivePeer.ofCore(settings);
			case "ours-blocking" -> OurApplication.start(settings, false).blockingPeer();
			case "ours-h2" -> OurApplication.start(settings, true).reactivePeer();
			case "sdk-apache5" -> new SdkBlockingPeer(settings, SdkHttp.apache5(settings));
			case "sdk-url" -> new SdkBlockingPeer(settings, SdkHttp.urlConnection());
			case "sdk-netty" -> new SdkAsyncPeer(settings, SdkHttp.netty(settings, Wire.HTTP_1));
			case "sdk-netty-h2" -> new SdkAsyncPeer(settings, SdkHttp.netty(settings, Wire.HTTP_2));
			case "sdk-crt" -> new SdkAsyncPeer(settings, SdkHttp.crt(settings, Wire.HTTP_1));
			case "sdk-crt-h2" -> new SdkAsyncPeer(settings, SdkHttp.crt(settings, Wire.HTTP_2));
			case "raw-webclient" -> new WebClientPeer(settings);
			case "raw-reactor-netty" -> new ReactorNettyPeer(settings);
			default -> throw new IllegalArgumentException("Unknown peer: '" + name + "'");
		};
	}

}
