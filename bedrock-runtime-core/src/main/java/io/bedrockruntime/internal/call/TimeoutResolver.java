package io.bedrockruntime.internal.call;

import java.util.List;
import java.util.function.UnaryOperator;

import io.bedrockruntime.settings.Timeouts;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.PatternMatchUtils;

/**
 * Resolver of the timeouts of each call: the timeouts of the client, changed for the
 * model of the call and then for the call itself.
 *
 * @param client the timeouts of the client
 * @param byModel changes by model, of which the first match applies
 * @param byCall changes for the call
 */
public record TimeoutResolver(Timeouts client, List<ByModel> byModel, UnaryOperator<Timeouts> byCall) {

	/**
	 * Return the timeouts of a call.
	 * @param modelId the model that is called, or {@code null} if there is none
	 */
	Timeouts of(@Nullable String modelId) {
		Timeouts timeouts = this.client;
		for (ByModel entry : this.byModel) {
			if (modelId != null && PatternMatchUtils.simpleMatch(entry.models(), modelId)) {
				timeouts = entry.timeouts().apply(timeouts);
				break;
			}
		}
		timeouts = this.byCall.apply(timeouts);
		Assert.notNull(timeouts, "Timeouts of a call must not be null");
		Assert.isTrue(timeouts.connect().equals(this.client.connect()),
				"'connect' belongs to connections, which calls share: it can be set for a client only");
		return timeouts;
	}

	TimeoutResolver with(UnaryOperator<Timeouts> more) {
		return new TimeoutResolver(this.client, this.byModel, (timeouts) -> more.apply(this.byCall.apply(timeouts)));
	}

	/**
	 * Changes for models.
	 *
	 * @param models the models, a pattern with {@code *}
	 * @param timeouts the changes
	 */
	public record ByModel(String models, UnaryOperator<Timeouts> timeouts) {
	}

}
