package io.bedrockruntime.json;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/**
 * Replacement for the exceptions of the parser, whose messages may quote the input. It
 * reports the position of the failure, and its kind by the name of the original
 * exception.
 */
final class UnreadableShapeException extends DatabindException {

	private static final long serialVersionUID = 1L;

	UnreadableShapeException(JsonParser parser, Class<?> type, String reason, @Nullable String member) {
		super(parser, "Cannot read %s: %s".formatted(type.getSimpleName(), reason), parser.currentTokenLocation());
		if (member != null) {
			prependPath(type, member);
		}
	}

	private UnreadableShapeException(JacksonException unsafe) {
		super(null, "Cannot read JSON: " + unsafe.getClass().getSimpleName(), unsafe.getLocation());
	}

	static JacksonException withoutContent(JacksonException unsafe) {
		return (unsafe instanceof UnreadableShapeException) ? unsafe : new UnreadableShapeException(unsafe);
	}

	static UnreadableShapeException from(JsonParser parser, Class<?> type, @Nullable String member, Exception cause) {
		if (cause instanceof UnreadableShapeException known) {
			if (member != null) {
				known.prependPath(type, member);
			}
			return known;
		}
		if (cause instanceof JacksonException unsafe) {
			UnreadableShapeException exception = new UnreadableShapeException(parser, type,
					unsafe.getClass().getSimpleName(), null);
			List<Reference> path = unsafe.getPath();
			for (int i = path.size() - 1; i >= 0; i--) {
				exception.prependPath(path.get(i));
			}
			return from(parser, type, member, exception);
		}
		// Messages of the record's own checks name members, never their values.
		return new UnreadableShapeException(parser, type, String.valueOf(cause.getMessage()), member);
	}

}
