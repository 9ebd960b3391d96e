package io.bedrockruntime.emulator.internal.wire;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2StreamChannel;

/**
 * Flow-control window that all streams of an HTTP/2 connection share. Its initial size is
 * the window of one stream, so that a single unread stream would block all others.
 */
public final class ConnectionWindow {

	/** Sum of the windows of all streams that a connection may have. */
	private static final int WIDE = 16 * 1024 * 1024;

	private ConnectionWindow() {
	}

	/** Widen the window once, on the connection's thread. */
	public static void widen(Channel channel) {
		if (!(channel instanceof Http2StreamChannel)) {
			return;
		}
		Http2ConnectionHandler handler = channel.parent().pipeline().get(Http2ConnectionHandler.class);
		if (handler == null) {
			return;
		}
		Http2Connection connection = handler.connection();
		Http2LocalFlowController flow = connection.local().flowController();
		int more = WIDE - flow.initialWindowSize(connection.connectionStream());
		if (more > 0) {
			try {
				flow.incrementWindowSize(connection.connectionStream(), more);
				channel.parent().flush();
			}
			catch (Http2Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
