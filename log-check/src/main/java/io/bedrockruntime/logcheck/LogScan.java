package io.bedrockruntime.logcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/**
 * Appender that searches each log event, including exceptions and their causes, and
 * stores only its findings.
 */
final class LogScan extends AppenderBase<ILoggingEvent> {

	private static final int LONGEST_EXCERPT = 600;

	private final BlockingQueue<String> found = new LinkedBlockingQueue<>(100);

	@Override
	protected void append(ILoggingEvent event) {
		String text = event.getFormattedMessage();
		IThrowableProxy failure = event.getThrowableProxy();
		if (failure != null) {
			text += System.lineSeparator() + ThrowableProxyUtil.asString(failure);
		}
		String searched = text;
		Confidential.find(searched)
			.ifPresent((what) -> this.found.offer("'" + what + "' in " + event.getLevel() + " " + event.getLoggerName()
					+ ": " + searched.substring(0, Math.min(searched.length(), LONGEST_EXCERPT))));
	}

	List<String> takeFound() {
		List<String> taken = new ArrayList<>();
		this.found.drainTo(taken);
		return taken;
	}

}
