package org.mtlbench.engine.preset;

/**
 * A matrix included in mtlbench.
 *
 * @param name name used instead of a file
 * @param description one line
 */
public record Preset(String name, String description) {}
