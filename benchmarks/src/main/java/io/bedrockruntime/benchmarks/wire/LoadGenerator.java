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
 * Generator of load: users who call a peer for a given time.
 */
final class LoadGenerator {

	private static final long MAX_WAIT_SECONDS = 20;

	// Threads are kept: before JDK 21 the JVM forgets the allocations of a thread that
	// has ended.
	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "user");
		thread.setDaemon(true);
		return thread;
	});

	LoadGenerator() {
		((ThreadPoolExecutor) this.threads).setKeepAliveTime(1, TimeUnit.HOURS);
	}

	/**
	 * Execute a command, and return the result.
	 */
	Fields run(Peer peer, Fields command) throws InterruptedException, TimeoutException {
		int users = command.count("users");
		CountDownLatch gone = new CountDownLatch(users);
		LoadStatistics statistics = new LoadStatistics();
		User.Call call = call(peer, command, statistics);
		ProcessUsage.forgetPeak();
		ProcessUsage before = ProcessUsage.before();
		long deadline = before.wall() + (long) (command.number("seconds") * 1e9);
		for (int i = 0; i < users; i++) {
			User user = new User(statistics, call, deadline, gone);
			if (peer.isBlocking()) {
				this.threads.execute(user);
			}
			else {
				user.run();
			}
		}
		if (!gone.await((long) command.number("seconds") + MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
			throw new TimeoutException(gone.getCount() + " of " + users + " users are still waiting after "
					+ statistics.calls.sum() + " calls");
		}
		return statistics.report(before, ProcessUsage.after())
			.with("threads", ProcessUsage.threads())
			.with("heap-peak", ProcessUsage.heapPeak());
	}

	private static User.Call call(Peer peer, Fields command, LoadStatistics statistics) {
		String model = command.text("model");
		if (command.word().equals("invoke")) {
			byte[] body = body(command.count("bytes"));
			return unary(() -> peer.invoke(model, body));
		}
		Conversation conversation = new Conversation(model,
				ResponseSpec.texts(command.count("messages"), command.count("characters")));
		if (command.word().equals("converse")) {
			return unary(() -> peer.converse(conversation));
		}
		boolean stamped = ResponseSpec.parse(model).kind() == ResponseSpec.Kind.PACED;
		return (ended) -> peer.converseStream(conversation, new StreamRecorder(statistics, stamped, ended));
	}

	private static User.Call unary(Supplier<CompletionStage<Integer>> start) {
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
