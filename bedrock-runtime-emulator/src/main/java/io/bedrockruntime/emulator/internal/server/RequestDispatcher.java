package io.bedrockruntime.emulator.internal.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.bedrockruntime.emulator.internal.async.AsyncInvocations;
import io.bedrockruntime.emulator.internal.auth.AcceptedCredentials;
import io.bedrockruntime.emulator.internal.auth.Authentication;
import io.bedrockruntime.emulator.internal.auth.ChunkSignatures;
import io.bedrockruntime.emulator.internal.fault.FaultInjection;
import io.bedrockruntime.emulator.internal.guardrail.GuardrailRegistry;
import io.bedrockruntime.emulator.internal.model.EmulatedModel;
import io.bedrockruntime.emulator.internal.operation.ApplyGuardrailOperation;
import io.bedrockruntime.emulator.internal.operation.BidirectionalStreamOperation;
import io.bedrockruntime.emulator.internal.operation.ConverseOperation;
import io.bedrockruntime.emulator.internal.operation.CountTokensOperation;
import io.bedrockruntime.emulator.internal.operation.GetAsyncInvokeOperation;
import io.bedrockruntime.emulator.internal.operation.InvokeGuardrailChecksOperation;
import io.bedrockruntime.emulator.internal.operation.InvokeModelOperation;
import io.bedrockruntime.emulator.internal.operation.ListAsyncInvokesOperation;
import io.bedrockruntime.emulator.internal.operation.OperationCall;
import io.bedrockruntime.emulator.internal.operation.OperationHandler;
import io.bedrockruntime.emulator.internal.operation.OperationResponses;
import io.bedrockruntime.emulator.internal.operation.StartAsyncInvokeOperation;
import io.bedrockruntime.emulator.internal.service.Routes;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.internal.session.SessionInput;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import io.bedrockruntime.emulator.internal.wire.StreamingResponse;
import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.Script;
import io.bedrockruntime.emulator.script.ScriptEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dispatcher from a request to its operation, independent of connections.
 */
public final class RequestDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(RequestDispatcher.class);

	private final Authentication authentication;

	private final Script script;

	private final BidirectionalStreamOperation bidirectional;

	private final Map<String, OperationHandler> operations = new HashMap<>();

	public RequestDispatcher(EmulatorSettings settings, AcceptedCredentials accepted, Script script,
			AsyncInvocations invocations) {
		ServiceModel serviceModel = ServiceModel.load();
		RequestValidator validator = new RequestValidator(serviceModel);
		EmulatedModel model = new EmulatedModel(settings.pacing());
		GuardrailRegistry guardrails = new GuardrailRegistry(settings.guardrails(), settings.region());
		this.authentication = new Authentication(settings, accepted);
		this.script = script;
		this.bidirectional = new BidirectionalStreamOperation(settings.pacing(), validator);
		this.operations.put("Converse", new ConverseOperation(settings.pacing(), validator, model, guardrails, false));
		this.operations.put("ConverseStream",
				new ConverseOperation(settings.pacing(), validator, model, guardrails, true));
		this.operations.put("ApplyGuardrail", new ApplyGuardrailOperation(validator, guardrails));
		this.operations.put("CountTokens", new CountTokensOperation(validator));
		this.operations.put("InvokeGuardrailChecks", new InvokeGuardrailChecksOperation(validator));
		this.operations.put("StartAsyncInvoke", new StartAsyncInvokeOperation(settings, validator, model, invocations));
		this.operations.put("GetAsyncInvoke", new GetAsyncInvokeOperation(invocations));
		this.operations.put("ListAsyncInvokes", new ListAsyncInvokesOperation(validator, invocations));
		this.operations.put("InvokeModel",
				new InvokeModelOperation(settings.pacing(), validator, model, guardrails, false));
		this.operations.put("InvokeModelWithResponseStream",
				new InvokeModelOperation(settings.pacing(), validator, model, guardrails, true));
	}

	/** Return whether the response begins before the request has ended. */
	boolean isBidirectional(String method, String rawPath) {
		Routes.Match match = Routes.all().match(method, rawPath);
		return match != null && match.operation().name().equals(ServiceModel.BIDIRECTIONAL_STREAM);
	}

	StreamingResponse open(RecordedRequest request, boolean http2, SessionInput.EventListener listener) {
		return guard(() -> {
			if (!http2) {
				throw ServiceErrorException.validation(ServiceModel.BIDIRECTIONAL_STREAM + " needs HTTP/2.");
			}
			Routes.Match match = Objects.requireNonNull(Routes.all().match(request.method(), request.rawPath()));
			ChunkSignatures signatures = this.authentication.verifyEvents(request);
			OperationCall call = new OperationCall(match.operation(), match.labels(), request);
			ScriptEntry entry = this.script.take(ServiceModel.BIDIRECTIONAL_STREAM,
					(reply) -> reply instanceof Reply.Error || reply instanceof Reply.Raw
							|| this.bidirectional.takes(reply));
			WireResponse substitute = (entry != null) ? substitute(entry.reply()) : null;
			return (entry != null && substitute != null) ? FaultInjection.apply(substitute, entry.faults())
					: this.bidirectional.open(call, signatures, listener, entry);
		});
	}

	StreamingResponse dispatch(RecordedRequest request) {
		return guard(() -> {
			Routes.Match match = Routes.all().match(request.method(), request.rawPath());
			OperationHandler handler = (match != null) ? this.operations.get(match.operation().name()) : null;
			if (match == null || handler == null) {
				throw ServiceErrorException.unknownOperation();
			}
			this.authentication.verify(request);
			return handle(new OperationCall(match.operation(), match.labels(), request), handler);
		});
	}

	private static StreamingResponse guard(Supplier<StreamingResponse> response) {
		try {
			return response.get();
		}
		catch (ServiceErrorException error) {
			return FaultInjection.apply(WireResponse.error(error), List.of());
		}
		catch (RuntimeException ex) {
			// The message of an exception may quote the request; its type and
			// position do not.
			logger.error("The emulator failed: {} at {}", ex.getClass().getName(),
					(ex.getStackTrace().length > 0) ? ex.getStackTrace()[0] : "unknown");
			return FaultInjection.apply(
					WireResponse.error(ServiceErrorException.modelled(500, "InternalServerException",
							"The system encountered an unexpected error during processing. Try your request again.")),
					List.of());
		}
	}

	private StreamingResponse handle(OperationCall call, OperationHandler handler) {
		ScriptEntry entry = this.script.take(call.operation().name(),
				(reply) -> reply instanceof Reply.Error || reply instanceof Reply.Raw || handler.takes(call, reply));
		if (entry == null) {
			return FaultInjection.apply(handler.handle(call), List.of());
		}
		Reply reply = entry.reply();
		WireResponse response = substitute(reply);
		if (response == null) {
			response = (reply != null) ? handler.reply(call, reply) : handler.handle(call);
		}
		return FaultInjection.apply(response, entry.faults());
	}

	/**
	 * Return the response for a reply that every operation supports, or null for other
	 * replies.
	 */
	private static @Nullable WireResponse substitute(@Nullable Reply reply) {
		if (reply instanceof Reply.Error error) {
			return error(error);
		}
		return (reply instanceof Reply.Raw raw) ? WireResponse.unary(raw.status(), raw.headers(), raw.body()) : null;
	}

	private static WireResponse error(Reply.Error error) {
		List<Header> headers = new ArrayList<>();
		headers.add(OperationResponses.JSON);
		ObjectNode body = Json.object();
		switch (error.placement()) {
			case HEADER -> headers.add(new Header("x-amzn-ErrorType", error.code()));
			case TYPE_MEMBER -> body.put("__type", error.code());
			case CODE_MEMBER -> body.put("code", error.code());
			case NOWHERE -> {
				// status only
			}
		}
		headers.addAll(error.headers());
		body.put("message", error.message());
		return WireResponse.unary(error.status(), headers, Json.text(body).getBytes(StandardCharsets.UTF_8));
	}

}
