package io.bedrockruntime.http;

/**
 * What a pool of connections to one address looks like at a moment.
 *
 * @param name the name of the pool, which tells those for HTTP/2 apart
 * @param address host and port of the endpoint, or of the proxy before it
 * @param active the number of connections in use
 * @param idle the number of connections that are kept for the next call
 * @param pending the number of calls that wait for a connection
 * @param max the largest number of connections
 * @since 0.1.0
 */
public record ConnectionPool(String name, String address, int active, int idle, int pending, int max) {

}
