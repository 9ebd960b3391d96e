package io.bedrockruntime.emulator;

/**
 * One operation of the service.
 */
interface OperationHandler {

	/** Validate the request and let the emulated model answer. */
	WireResponse answer(OperationCall call);

	/** Answer what a test has written, whatever the request says. */
	WireResponse reply(OperationCall call, Reply reply);

}
