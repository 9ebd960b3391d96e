/**
 * What all shapes of the service's API have in common. The shapes themselves are in the
 * packages below, each in a file that has its AWS name: a structure is a record, a union
 * a sealed interface of records with one component, an enumeration a record around a
 * string with constants.
 * <p>
 * <b>Unknowns.</b> The service may be newer than this version. A member of a union that
 * is not known is an {@code Unknown} with the member's name and value, a value of an
 * enumeration that is not known is a value without a constant, and both are written back
 * as they were read. Members of structures that are not known are ignored, except in
 * structures that can stand inside a {@link io.bedrockruntime.model.content.Message}, or
 * in the starts and deltas that one is streamed in: those keep them as
 * {@code unknownMembers}, so that a message which the service answered with goes back to
 * it as it came.
 * <p>
 * <b>Absence.</b> A component that may be {@code null} is an optional member, and
 * {@code null} means that it is absent; nothing is filled in. A required member that the
 * service leaves out is read as the empty value of its type.
 * <p>
 * <b>Content.</b> No {@code toString} shows what a user or a model wrote, see
 * {@link io.bedrockruntime.model.Sensitive}. Trees of JSON in records are shared, not
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
