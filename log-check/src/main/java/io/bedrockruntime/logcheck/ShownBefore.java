package io.bedrockruntime.logcheck;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Filter that limits the other appenders to the events that they received before the
 * level of the root logger was changed.
 */
final class ShownBefore extends Filter<ILoggingEvent> {

	private final LoggerContext loggers;

	private final Level rootLevel;

	ShownBefore(LoggerContext loggers, Level rootLevel) {
		this.loggers = loggers;
		this.rootLevel = rootLevel;
		start();
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		boolean shown = event.getLevel().isGreaterOrEqual(this.rootLevel) || hasOwnLevel(event.getLoggerName());
		return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
	}

	private boolean hasOwnLevel(String name) {
		for (String part = name; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
			Logger logger = this.loggers.exists(part);
			if (logger != null && logger.getLevel() != null) {
				return true;
			}
		}
		return false;
	}

}
