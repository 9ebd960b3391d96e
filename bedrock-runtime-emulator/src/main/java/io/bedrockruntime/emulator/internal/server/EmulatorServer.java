package io.bedrockruntime.emulator.internal.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.bedrockruntime.emulator.internal.fault.FaultInjection;
import io.bedrockruntime.emulator.internal.journal.Journal;
import io.bedrockruntime.emulator.internal.journal.RequestRecorder;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.session.SessionInput;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.settings.ServerTls;
import io.bedrockruntime.emulator.internal.wire.ChannelEnd;
import io.bedrockruntime.emulator.internal.wire.ConnectionWindow;
import io.bedrockruntime.emulator.internal.wire.StreamingResponse;
import io.bedrockruntime.emulator.internal.wire.WirePlayer;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.CompletedCall;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * HTTP server of the emulator, with separate threads that end when it is closed.
 */
public final class EmulatorServer {

	private static final Logger logger = LoggerFactory.getLogger(EmulatorServer.class);

	/** AWS accepts 25 MB; base64 and JSON add to that. */
	private static final int LARGEST_BODY = 64 * 1024 * 1024;

	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'",
			Locale.ENGLISH);

	private static final Duration SHUTDOWN = Duration.ofSeconds(5);

	private final EmulatorSettings settings;

	private final RequestDispatcher dispatcher;

	private final Journal journal;

	private final Consumer<CompletedCall> callListener;

	private final AtomicInteger active = new AtomicInteger();

	private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final LoopResources loops = LoopResources.create("bedrock-runtime-emulator", 1, 2, true);

	private final Scheduler timer = Schedulers.newSingle("bedrock-runtime-emulator-timer", true);

	private final DisposableServer server;

	public EmulatorServer(EmulatorSettings settings, RequestDispatcher dispatcher, Journal journal,
			Consumer<CompletedCall> callListener) {
		this.settings = settings;
		this.dispatcher = dispatcher;
		this.journal = journal;
		this.callListener = callListener;
		try {
			this.server = httpServer(settings.transport())
				.bindAddress(() -> new InetSocketAddress(settings.host(), settings.port()))
				.runOn(this.loops)
				.channelGroup(this.channels)
				.handle(this::handle)
				.bindNow(SHUTDOWN);
		}
		catch (RuntimeException ex) {
			releaseThreads();
			throw ex;
		}
	}

	private static HttpServer httpServer(EmulatorSettings.Transport transport) {
		ServerTls tls = transport.tls();
		HttpServer server = HttpServer.create();
		if (transport.http2()) {
			server = server.protocol((tls != null) ? HttpProtocol.H2 : HttpProtocol.H2C, HttpProtocol.HTTP11)
				// An HTTP/1.1 upgrade request to HTTP/2 may have a body.
				.httpRequestDecoder((decoder) -> decoder.h2cMaxContentLength(LARGEST_BODY))
				// Many cancellations are not an attack, and a test may want many resets.
				.http2Settings((http2) -> http2.maxDecodedRstFramesPerWindow(Integer.MAX_VALUE, 1)
					.maxEncodedRstFramesPerWindow(Integer.MAX_VALUE, 1));
		}
		if (tls == null) {
			return server;
		}
		SslContext context = tls.context(transport.http2());
		return server.secure((ssl) -> ssl.sslContext(context));
	}

	public int port() {
		return this.server.port();
	}

	public int active() {
		return this.active.get();
	}

	public void close() {
		this.channels.forEach(ChannelEnd::closeNow);
		this.channels.newCloseFuture().awaitUninterruptibly(SHUTDOWN.toMillis());
		this.server.disposeNow(SHUTDOWN);
		releaseThreads();
	}

	private void releaseThreads() {
		this.timer.dispose();
		this.loops.disposeLater(Duration.ZERO, SHUTDOWN).block(SHUTDOWN);
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		if (EmulatorHealth.matches(request)) {
			return EmulatorHealth.respond(response);
		}
		ConnectionWindow.widen(channel(response));
		RecordedRequest head = RequestRecorder.record(request, new byte[0]);
		if (this.dispatcher.isBidirectional(head.method(), head.rawPath())) {
			return respondWhileReceiving(head, request, response);
		}
		return request.receive()
			.asByteArray()
			.collect(ByteArrayOutputStream::new, EmulatorServer::append)
			.flatMap((body) -> respond(request, response, body));
	}

	private Mono<Void> respond(HttpServerRequest request, HttpServerResponse response, ByteArrayOutputStream body) {
		RecordedRequest recorded = RequestRecorder.record(request, body.toByteArray());
		int era = this.journal.add(recorded);
		StreamingResponse plan = (body.size() >= LARGEST_BODY)
				? FaultInjection.apply(WireResponse.error(ServiceErrorException.modelled(413,
						"RequestEntityTooLargeException", "Request Entity Too Large")), List.of())
				: this.dispatcher.dispatch(recorded);
		return play(recorded, era, plan.head(), plan.body().apply(Flux.empty()), response);
	}

	/** Respond while the request is still being received. */
	private Mono<Void> respondWhileReceiving(RecordedRequest recorded, HttpServerRequest request,
			HttpServerResponse response) {
		int era = this.journal.add(recorded);
		boolean http2 = channel(response) instanceof Http2StreamChannel;
		StreamingResponse streaming = this.dispatcher.open(recorded, http2, listener(recorded));
		if (!http2) {
			// The rest of the request is not read.
			response.keepAlive(false);
		}
		return play(recorded, era, streaming.head(), streaming.body().apply(request.receive().asByteArray()), response);
	}

	private SessionInput.EventListener listener(RecordedRequest request) {
		return new SessionInput.EventListener() {
			@Override
			public void received(EventStreamMessage event) {
				EmulatorServer.this.journal.add(request, event);
			}

			@Override
			public void ended() {
				EmulatorServer.this.journal.complete(request);
			}
		};
	}

	private Mono<Void> play(RecordedRequest recorded, int era, WireResponse plan, Flux<WireStep> steps,
			HttpServerResponse response) {
		String requestId = UUID.randomUUID().toString();
		long begin = System.nanoTime();
		WireResponse complete = plan
			.with(List.of(new Header("x-amzn-RequestId", requestId), new Header("Date", date())));
		return Mono.defer(() -> {
			Channel channel = channel(response);
			WirePlayer player = new WirePlayer(complete, channel, this.timer);
			this.active.incrementAndGet();
			return player.play(response, steps)
				.takeUntilOther(ChannelEnd.of(channel))
				.onErrorResume((ex) -> giveUp(channel, ex))
				.doFinally((signal) -> {
					this.active.decrementAndGet();
					if (!player.isDone()) {
						this.journal.add(new Cancellation(recorded.rawPath(), requestId, player.sent(), player.left()),
								era);
						channel.close();
					}
					report(CompletedCalls.of(recorded, plan, player.outcome(),
							Duration.ofNanos(System.nanoTime() - begin)));
				});
		});
	}

	private void report(CompletedCall call) {
		logger.debug("{}", call);
		this.callListener.accept(call);
	}

	private static Mono<Void> giveUp(Channel channel, Throwable failure) {
		if (!(failure instanceof IOException || failure instanceof AbortedException)) {
			logger.error("The emulator failed: {} at {}", failure.getClass().getName(),
					(failure.getStackTrace().length > 0) ? failure.getStackTrace()[0] : "unknown");
		}
		channel.close();
		return Mono.empty();
	}

	private String date() {
		return HTTP_DATE.format(this.settings.clock().instant().atOffset(ZoneOffset.UTC));
	}

	private static Channel channel(HttpServerResponse response) {
		Connection[] found = new Connection[1];
		response.withConnection((connection) -> found[0] = connection);
		return found[0].channel();
	}

	/**
	 * Append to the body; bytes beyond the limit are read, because the client still sends
	 * them, and dropped.
	 */
	private static void append(ByteArrayOutputStream body, byte[] part) {
		body.write(part, 0, Math.min(part.length, LARGEST_BODY - body.size()));
	}

}
