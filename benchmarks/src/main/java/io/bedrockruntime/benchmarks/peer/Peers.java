package io.bedrockruntime.benchmarks.peer;

import java.util.List;

import io.bedrockruntime.benchmarks.peer.SdkHttp.Wire;

/**
 * The clients by their names. All have the same static credentials, the same number of
 * connections and, but for the bare ones, which have no retries, the standard retries: at
 * most three attempts. Limits on waiting are so long that none is met. A blocking client
 * of the SDK has no ConverseStream.
 */
public final class Peers {

	/**
	 * All names, ours first and the floors last.
	 */
	public static final List<String> NAMES = List.of("ours", "ours-unobserved", "ours-blocking", "ours-h2",
			"sdk-apache5", "sdk-url", "sdk-netty", "sdk-netty-h2", "sdk-crt", "sdk-crt-h2", "raw-webclient",
			"raw-reactor-netty");

	private Peers() {
	}

	/**
	 * Make a client.
	 * @param name {@code ours} as an application of Spring Boot with metrics has it,
	 * {@code ours-unobserved} for the core alone, {@code ours-blocking} and
	 * {@code ours-h2} as in such an application as well, or another one of
	 * {@link #NAMES}, whose HTTP version is 1.1 unless it ends in {@code h2}
	 * @param settings what it is made with
	 * @return the client, to be closed by the caller
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
			default -> throw new IllegalArgumentException("No peer is named '" + name + "'");
		};
	}

}
