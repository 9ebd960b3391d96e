package io.bedrockruntime.benchmarks.peer;

import java.net.URI;

/**
 * Settings of all peers.
 *
 * @param endpoint the endpoint of the server: with {@code https}, its certificate is in
 * the truststore of {@code javax.net.ssl.trustStore}
 * @param connections the maximum number of connections in the pool
 */
public record PeerSettings(URI endpoint, int connections) {

}
