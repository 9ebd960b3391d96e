package io.bedrockruntime.emulator.internal.async;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.bedrockruntime.emulator.internal.support.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One asynchronous invocation.
 *
 * @param id what tells it from others
 * @param arn its ARN
 * @param modelArn the ARN of its model
 * @param requestHash the hash of the request that it came from
 * @param token the client's token
 * @param outputDataConfig where its output goes
 * @param output what it writes when it is done
 * @param status how far it is
 * @param failureMessage why it fails, or null when it does not
 * @param submitTime when it was submitted
 * @param endTime when it is over
 */
public record AsyncInvocation(String id, String arn, String modelArn, String requestHash, @Nullable String token,
		JsonNode outputDataConfig, JsonNode output, Status status, @Nullable String failureMessage, Instant submitTime,
		Instant endTime) {

	String s3Uri() {
		return this.outputDataConfig.path("s3OutputDataConfig").path("s3Uri").asString("");
	}

	AsyncInvocation ended(@Nullable String failure) {
		return new AsyncInvocation(this.id, this.arn, this.modelArn, this.requestHash, this.token,
				this.outputDataConfig, this.output, (failure == null) ? Status.COMPLETED : Status.FAILED, failure,
				this.submitTime, this.endTime);
	}

	/** Write it as AWS answers it; a summary has the same members. */
	public ObjectNode toJson() {
		ObjectNode json = Json.object()
			.put("invocationArn", this.arn)
			.put("modelArn", this.modelArn)
			.put("status", this.status.value)
			.put("submitTime", this.submitTime.toString());
		if (this.token != null) {
			json.put("clientRequestToken", this.token);
		}
		boolean over = this.status != Status.IN_PROGRESS;
		json.put("lastModifiedTime", (over ? this.endTime : this.submitTime).toString());
		if (over) {
			json.put("endTime", this.endTime.toString());
		}
		if (this.status == Status.FAILED && this.failureMessage != null) {
			json.put("failureMessage", this.failureMessage);
		}
		return json.set("outputDataConfig", this.outputDataConfig);
	}

	/** A token to go on after this one, good for the same question only. */
	public String pageToken(String question) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((question + "/" + this.id).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "AsyncInvocation[" + this.id + ", " + this.status + "]";
	}

	/**
	 * How far an invocation is.
	 */
	public enum Status {

		IN_PROGRESS("InProgress"), COMPLETED("Completed"), FAILED("Failed");

		private final String value;

		Status(String value) {
			this.value = value;
		}

		public String value() {
			return this.value;
		}

	}

}
