/**
 * Common types of the shapes of the service's API. The shapes are in the packages below,
 * each in a file with its AWS name: a structure is a record, a union is a sealed
 * interface of records with one component, an enumeration is a record around a string
 * with constants.
 * <p>
 * <b>Unknowns.</b> The service may be newer than this version. An unknown member of a
 * union becomes an {@code Unknown} with the member's name and value, and an unknown value
 * of an enumeration becomes a value without a constant. Both are written back as they
 * were read. Unknown members of structures are ignored, except in structures that can be
 * part of a {@link io.bedrockruntime.model.content.Message}, or of the start and delta
 * events that stream a message. Those keep them as {@code unknownMembers}, so that a
 * message from the service is sent back to it unchanged.
 * <p>
 * <b>Absence.</b> A component that may be {@code null} is an optional member, and
 * {@code null} means that it is absent; no default is applied. A required member that the
 * service omits is read as the empty value of its type.
 * <p>
 * <b>Content.</b> No {@code toString} shows content from a user or a model, see
 * {@link io.bedrockruntime.model.Sensitive}. JSON trees in records are shared, not
 * copied, and should not be changed.
 * <table>
 * <caption>Operations and their shapes; errors are in
 * io.bedrockruntime.exception</caption>
 * <tr>
 * <th>Operation</th>
 * <th>Request</th>
 * <th>Response</th>
 * </tr>
 * <tr>
 * <td>ApplyGuardrail</td>
 * <td>{@link io.bedrockruntime.model.guardrail.ApplyGuardrailRequest
 * ApplyGuardrailRequest}</td>
 * <td>{@link io.bedrockruntime.model.guardrail.ApplyGuardrailResponse
 * ApplyGuardrailResponse}</td>
 * </tr>
 * <tr>
 * <td>Converse</td>
 * <td>{@link io.bedrockruntime.model.converse.ConverseRequest ConverseRequest}</td>
 * <td>{@link io.bedrockruntime.model.converse.ConverseResponse ConverseResponse}</td>
 * </tr>
 * <tr>
 * <td>ConverseStream</td>
 * <td>{@link io.bedrockruntime.model.converse.stream.ConverseStreamRequest
 * ConverseStreamRequest}</td>
 * <td>{@link io.bedrockruntime.model.converse.stream.ConverseStreamResponse
 * ConverseStreamResponse}, events:
 * {@link io.bedrockruntime.model.converse.stream.ConverseStreamOutput
 * ConverseStreamOutput}</td>
 * </tr>
 * <tr>
 * <td>CountTokens</td>
 * <td>{@link io.bedrockruntime.model.counttokens.CountTokensRequest
 * CountTokensRequest}</td>
 * <td>{@link io.bedrockruntime.model.counttokens.CountTokensResponse
 * CountTokensResponse}</td>
 * </tr>
 * <tr>
 * <td>GetAsyncInvoke</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest
 * GetAsyncInvokeRequest}</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeResponse
 * GetAsyncInvokeResponse}</td>
 * </tr>
 * <tr>
 * <td>InvokeGuardrailChecks</td>
 * <td>{@link io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest
 * InvokeGuardrailChecksRequest}</td>
 * <td>{@link io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksResponse
 * InvokeGuardrailChecksResponse}</td>
 * </tr>
 * <tr>
 * <td>InvokeModel</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelRequest InvokeModelRequest}</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelResponse InvokeModelResponse}</td>
 * </tr>
 * <tr>
 * <td>InvokeModelWithBidirectionalStream</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest
 * InvokeModelWithBidirectionalStreamRequest}</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse
 * InvokeModelWithBidirectionalStreamResponse}, events:
 * {@link io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput
 * InvokeModelWithBidirectionalStreamOutput}</td>
 * </tr>
 * <tr>
 * <td>InvokeModelWithResponseStream</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest
 * InvokeModelWithResponseStreamRequest}</td>
 * <td>{@link io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamResponse
 * InvokeModelWithResponseStreamResponse}, events:
 * {@link io.bedrockruntime.model.invoke.ResponseStream ResponseStream}</td>
 * </tr>
 * <tr>
 * <td>ListAsyncInvokes</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest
 * ListAsyncInvokesRequest}</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesResponse
 * ListAsyncInvokesResponse}</td>
 * </tr>
 * <tr>
 * <td>StartAsyncInvoke</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest
 * StartAsyncInvokeRequest}</td>
 * <td>{@link io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeResponse
 * StartAsyncInvokeResponse}</td>
 * </tr>
 * </table>
 *
 * @since 0.1.0
 */
@NullMarked
package io.bedrockruntime.model;

import org.jspecify.annotations.NullMarked;
