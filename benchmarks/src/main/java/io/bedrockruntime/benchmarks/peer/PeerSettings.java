package io.bedrockruntime.benchmarks.peer;

import java.net.URI;

/**
 * What all peers are made with.
 *
 * @param endpoint where the server is: {@code https} has a certificate that the
 * truststore of {@code javax.net.ssl.trustStore} knows
 * @param connections how many connections a pool may have at the same time
 */
public record PeerSettings(URI endpoint, int connections) {

}
