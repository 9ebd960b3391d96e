package io.bedrockruntime.benchmarks.peer;

import java.time.Duration;

import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Factory of the AWS SDK's HTTP clients. The default for this service is HTTP/2, so the
 * version is always set. The CRT client does not use the JVM's truststore, so it trusts
 * all certificates and saves the check of the chain.
 */
final class SdkHttp {

	private static final Duration NEVER = Duration.ofMinutes(15);

	private SdkHttp() {
	}

	static SdkHttpClient apache5(PeerSettings settings) {
		return Apache5HttpClient.builder()
			.maxConnections(settings.connections())
			.connectionAcquisitionTimeout(NEVER)
			.socketTimeout(NEVER)
			.build();
	}

	static SdkHttpClient urlConnection() {
		return UrlConnectionHttpClient.builder().socketTimeout(NEVER).build();
	}

	static SdkAsyncHttpClient netty(PeerSettings settings, Wire wire) {
		// It assumes HTTP/2 unless ALPN is set, which requires TLS.
		boolean alpn = wire == Wire.HTTP_2 && "https".equals(settings.endpoint().getScheme());
		return NettyNioAsyncHttpClient.builder()
			.protocol(wire.protocol)
			.protocolNegotiation(alpn ? ProtocolNegotiation.ALPN : ProtocolNegotiation.ASSUME_PROTOCOL)
			.maxConcurrency(settings.connections())
			.maxPendingConnectionAcquires(10_000)
			.connectionAcquisitionTimeout(NEVER)
			.readTimeout(NEVER)
			.writeTimeout(NEVER)
			.build();
	}

	static SdkAsyncHttpClient crt(PeerSettings settings, Wire wire) {
		return AwsCrtAsyncHttpClient.builder()
			.protocol(wire.protocol)
			.maxConcurrency(settings.connections())
			.connectionAcquisitionTimeout(NEVER)
			.buildWithDefaults(
					AttributeMap.builder().put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true).build());
	}

	/** The versions of HTTP. */
	enum Wire {

		HTTP_1(Protocol.HTTP1_1), HTTP_2(Protocol.HTTP2);

		private final Protocol protocol;

		Wire(Protocol protocol) {
			this.protocol = protocol;
		}

	}

}
