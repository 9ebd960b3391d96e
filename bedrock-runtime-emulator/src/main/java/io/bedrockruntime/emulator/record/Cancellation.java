package io.bedrockruntime.emulator.record;

/**
 * Cancellation of a response by its client.
 *
 * @param rawPath the path of the request on the wire
 * @param requestId the request id of the response
 * @param eventsSent the number of events sent before
 * @param eventsLeft the number of remaining events, which were never sent; 0 for
 * InvokeModelWithBidirectionalStream, whose response is not known in advance
 * @since 0.1.0
 */
public record Cancellation(String rawPath, String requestId, int eventsSent, int eventsLeft) {

}
