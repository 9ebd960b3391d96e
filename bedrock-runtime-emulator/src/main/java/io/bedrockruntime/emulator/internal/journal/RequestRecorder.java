package io.bedrockruntime.emulator.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Creates the record of a request as it was sent on the wire.
 */
public final class RequestRecorder {

	/** Prefix of the headers that Netty adds to HTTP/2 requests. */
	private static final String NOT_SENT = "x-http2-";

	private RequestRecorder() {
	}

	public static RecordedRequest record(HttpServerRequest request, byte[] body) {
		String uri = request.uri();
		if (uri.startsWith("http://") || uri.startsWith("https://")) {
			int path = uri.indexOf('/', uri.indexOf("//") + 2);
			uri = (path < 0) ? "/" : uri.substring(path);
		}
		int query = uri.indexOf('?');
		String rawPath = (query < 0) ? uri : uri.substring(0, query);
		@Nullable String rawQuery = (query < 0) ? null : uri.substring(query + 1);
		return new RecordedRequest(request.method().name(), rawPath, rawQuery, headers(request), body,
				new EventBuffer());
	}

	private static List<Header> headers(HttpServerRequest request) {
		List<Header> headers = new ArrayList<>();
		String host = null;
		for (Map.Entry<String, String> entry : request.requestHeaders()) {
			String name = entry.getKey();
			if (name.toLowerCase(Locale.ROOT).startsWith(NOT_SENT)) {
				continue;
			}
			if (name.equalsIgnoreCase("Host")) {
				if (entry.getValue().equals(host)) {
					// An HTTP/2 client may send it twice: as authority and as header.
					continue;
				}
				host = entry.getValue();
			}
			headers.add(new Header(name, entry.getValue()));
		}
		return headers;
	}

}
