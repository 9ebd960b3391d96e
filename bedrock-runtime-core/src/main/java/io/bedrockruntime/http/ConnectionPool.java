package io.bedrockruntime.http;

/**
 * State of a pool of connections to one address at a moment.
 *
 * @param name the name of the pool, which distinguishes the pools for HTTP/2
 * @param address host and port of the endpoint, or of the proxy before it
 * @param active the number of connections in use
 * @param idle the number of unused connections
 * @param pending the number of calls that wait for a connection
 * @param max the maximum number of connections
 * @since 0.1.0
 */
public record ConnectionPool(String name, String address, int active, int idle, int pending, int max) {

}
