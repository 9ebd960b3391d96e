package io.bedrockruntime.emulator.record;

/**
 * A client that went away before its answer was complete.
 *
 * @param rawPath the path of the request on the wire
 * @param requestId the id that the answer carried
 * @param eventsSent how many events had been sent until then
 * @param eventsLeft how many the answer still had, which were never sent; 0 for
 * InvokeModelWithBidirectionalStream, whose answer is not known in advance
 */
public record Cancellation(String rawPath, String requestId, int eventsSent, int eventsLeft) {

}
