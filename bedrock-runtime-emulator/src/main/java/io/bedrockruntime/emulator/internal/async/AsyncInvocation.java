package io.bedrockruntime.emulator.internal.async;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.bedrockruntime.emulator.internal.support.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asynchronous invocation with its state.
 *
 * @param id the identifier of the invocation
 * @param arn its ARN
 * @param modelArn the ARN of its model
 * @param requestHash the hash of the request that started it
 * @param token the client request token
 * @param outputDataConfig the output location of the request
 * @param output the content that is written on completion
 * @param status the current status
 * @param failureMessage the reason of the failure, or null on success
 * @param submitTime the time of submission
 * @param endTime the time at which it ends
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

	/** Convert to AWS's JSON; a summary has the same members. */
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

	/** Return the token of the page after this entry, valid for the same query only. */
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
	 * Status of an invocation.
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
