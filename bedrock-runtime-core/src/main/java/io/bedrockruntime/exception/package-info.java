/**
 * Unchecked exceptions of a call, with a common root: the errors of the service under
 * their AWS names, and separately the client-side failures.
 * <p>
 * Any operation may fail with an error that the contract does not name, which is a plain
 * {@link BedrockRuntimeServiceException} with the error code of the service, and with a
 * {@link BedrockRuntimeClientException} if there was no readable response.
 * <table>
 * <caption>Errors of the service that its contract names for each operation</caption>
 * <tr>
 * <th>Operation</th>
 * <th>As the response, or inside the stream if listed there too</th>
 * <th>Inside the stream</th>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html">ApplyGuardrail</a></td>
 * <td>{@link ServiceQuotaExceededException}, {@link ValidationException},
 * {@link AccessDeniedException}, {@link ResourceNotFoundException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ResourceNotFoundException}, {@link ModelTimeoutException},
 * {@link ModelErrorException}, {@link ModelNotReadyException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ResourceNotFoundException}, {@link ModelTimeoutException},
 * {@link ModelErrorException}, {@link ModelStreamErrorException},
 * {@link ModelNotReadyException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * <td>{@link ValidationException}, {@link ModelStreamErrorException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html">CountTokens</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ResourceNotFoundException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ThrottlingException}, {@link InternalServerException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html">InvokeGuardrailChecks</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a></td>
 * <td>{@link ServiceQuotaExceededException}, {@link ValidationException},
 * {@link AccessDeniedException}, {@link ResourceNotFoundException},
 * {@link ModelTimeoutException}, {@link ModelErrorException},
 * {@link ModelNotReadyException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html">InvokeModelWithBidirectionalStream</a></td>
 * <td>{@link ServiceQuotaExceededException}, {@link ValidationException},
 * {@link AccessDeniedException}, {@link ResourceNotFoundException},
 * {@link ModelTimeoutException}, {@link ModelErrorException},
 * {@link ModelStreamErrorException}, {@link ModelNotReadyException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * <td>{@link ValidationException}, {@link ModelTimeoutException},
 * {@link ModelStreamErrorException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">InvokeModelWithResponseStream</a></td>
 * <td>{@link ServiceQuotaExceededException}, {@link ValidationException},
 * {@link AccessDeniedException}, {@link ResourceNotFoundException},
 * {@link ModelTimeoutException}, {@link ModelErrorException},
 * {@link ModelStreamErrorException}, {@link ModelNotReadyException},
 * {@link ThrottlingException}, {@link InternalServerException},
 * {@link ServiceUnavailableException}</td>
 * <td>{@link ValidationException}, {@link ModelTimeoutException},
 * {@link ModelStreamErrorException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a></td>
 * <td>{@link ValidationException}, {@link AccessDeniedException},
 * {@link ThrottlingException}, {@link InternalServerException}</td>
 * <td>none</td>
 * </tr>
 * <tr>
 * <td><a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html">StartAsyncInvoke</a></td>
 * <td>{@link ConflictException}, {@link ServiceQuotaExceededException},
 * {@link ValidationException}, {@link AccessDeniedException},
 * {@link ResourceNotFoundException}, {@link ThrottlingException},
 * {@link InternalServerException}, {@link ServiceUnavailableException}</td>
 * <td>none</td>
 * </tr>
 * </table>
 *
 * @since 0.1.0
 */
@NullMarked
package io.bedrockruntime.exception;

import org.jspecify.annotations.NullMarked;
