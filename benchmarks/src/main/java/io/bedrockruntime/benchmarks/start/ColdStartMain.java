package io.bedrockruntime.benchmarks.start;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import io.bedrockruntime.benchmarks.peer.Conversation;
import io.bedrockruntime.benchmarks.peer.Peer;
import io.bedrockruntime.benchmarks.peer.PeerSettings;
import io.bedrockruntime.benchmarks.peer.Peers;
import io.bedrockruntime.benchmarks.process.ParentOutput;

/**
 * Main class that makes one call of a client in a fresh JVM.
 */
final class ColdStartMain {

	private ColdStartMain() {
	}

	/**
	 * Create the client, and make a call.
	 * @param arguments the client's name and the endpoint
	 * @throws Exception if the call fails
	 */
	public static void main(String[] arguments) throws Exception {
		Peer peer = Peers.create(arguments[0], new PeerSettings(URI.create(arguments[1]), 10));
		peer.converse(Conversation.small("amazon.nova-lite-v1:0")).toCompletableFuture().get(50, TimeUnit.SECONDS);
		long now = System.currentTimeMillis();
		ParentOutput.sendFigure("cpu", StartupFigures.cpu());
		ParentOutput.sendFigure("wall", StartupFigures.sinceStart(now));
		ParentOutput.sendFigure("classes", StartupFigures.classes());
		ParentOutput.sendFigure("rss", StartupFigures.rss());
		ParentOutput.sendFigure("heap", StartupFigures.heap());
		Runtime.getRuntime().halt(0);
	}

}
