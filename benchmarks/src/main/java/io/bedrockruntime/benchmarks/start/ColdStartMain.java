package io.bedrockruntime.benchmarks.start;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.benchmarks.peer.Conversation;
import io.bedrockruntime.benchmarks.peer.Peer;
import io.bedrockruntime.benchmarks.peer.PeerSettings;
import io.bedrockruntime.benchmarks.peer.Peers;

/**
 * One call of a client in a fresh JVM.
 */
final class ColdStartMain {

	private ColdStartMain() {
	}

	/**
	 * Make the client, and call.
	 * @param arguments the client's name and the endpoint
	 * @throws Exception if the call fails
	 */
	public static void main(String[] arguments) throws Exception {
		Peer peer = Peers.create(arguments[0], new PeerSettings(URI.create(arguments[1]), 10));
		peer.converse(Conversation.small("amazon.nova-lite-v1:0")).toCompletableFuture().get(50, TimeUnit.SECONDS);
		long now = System.currentTimeMillis();
		ChildJvm.tell("cpu", ProcessFigures.cpu());
		ChildJvm.tell("wall", ProcessFigures.sinceStart(now));
		ChildJvm.tell("classes", ProcessFigures.classes());
		ChildJvm.tell("rss", ProcessFigures.rss());
		ChildJvm.tell("heap", ProcessFigures.heap());
		Runtime.getRuntime().halt(0);
	}

}
