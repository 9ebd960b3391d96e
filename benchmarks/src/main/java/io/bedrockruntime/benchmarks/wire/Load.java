package io.bedrockruntime.benchmarks.wire;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.bedrockruntime.benchmarks.peer.Conversation;
import io.bedrockruntime.benchmarks.peer.Peer;

/**
 * Lets users call a peer for a while.
 */
final class Load {

	private static final long PATIENCE_SECONDS = 20;

	// Its threads stay, for before JDK 21 what a thread has allocated is forgotten with
	// it.
	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "user");
		thread.setDaemon(true);
		return thread;
	});

	Load() {
		((ThreadPoolExecutor) this.threads).setKeepAliveTime(1, TimeUnit.HOURS);
	}

	/**
	 * Do what a command says, and return what was seen.
	 */
	Fields run(Peer peer, Fields command) throws InterruptedException, TimeoutException {
		int users = command.count("users");
		CountDownLatch gone = new CountDownLatch(users);
		Tally tally = new Tally();
		User.Call call = call(peer, command, tally);
		ProcessFigures.forgetPeak();
		ProcessFigures before = ProcessFigures.before();
		long deadline = before.wall() + (long) (command.number("seconds") * 1e9);
		for (int i = 0; i < users; i++) {
			User user = new User(tally, call, deadline, gone);
			if (peer.isBlocking()) {
				this.threads.execute(user);
			}
			else {
				user.run();
			}
		}
		if (!gone.await((long) command.number("seconds") + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new TimeoutException(
					gone.getCount() + " of " + users + " users still wait after " + tally.calls.sum() + " calls");
		}
		return tally.report(before, ProcessFigures.after())
			.with("threads", ProcessFigures.threads())
			.with("heap-peak", ProcessFigures.heapPeak());
	}

	private static User.Call call(Peer peer, Fields command, Tally tally) {
		String model = command.text("model");
		if (command.word().equals("invoke")) {
			byte[] body = body(command.count("bytes"));
			return whole(() -> peer.invoke(model, body));
		}
		Conversation conversation = new Conversation(model,
				Model.texts(command.count("messages"), command.count("characters")));
		if (command.word().equals("converse")) {
			return whole(() -> peer.converse(conversation));
		}
		boolean stamped = Model.parse(model).kind() == Model.Kind.PACED;
		return (ended) -> peer.converseStream(conversation, new StreamTally(tally, stamped, ended));
	}

	private static User.Call whole(Supplier<CompletionStage<Integer>> start) {
		return (ended) -> start.get().whenComplete((length, failure) -> ended.ended(failure));
	}

	private static byte[] body(int length) {
		byte[] body = new byte[length];
		Arrays.fill(body, (byte) ' ');
		body[0] = '{';
		body[length - 1] = '}';
		return body;
	}

}
