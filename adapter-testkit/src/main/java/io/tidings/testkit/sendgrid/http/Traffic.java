package io.tidings.testkit.sendgrid.http;

/**
 * What a server has seen so far.
 *
 * @param connections connections that were opened
 * @param open connections that are open now
 * @param mostOpen connections that were open at once
 * @param requests requests of which the head arrived
 */
public record Traffic(int connections, int open, int mostOpen, int requests) {}
