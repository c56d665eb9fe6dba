package org.mtlbench.toolbox.config;

/**
 * What a user may know of a config key.
 *
 * @param key as written in a matrix file; keys of nested records carry a dot
 * @param type the kind of value, for example {@code whole number}
 * @param defaultValue the default as JSON; texts and enum constants without quotes
 * @param description what the key does; empty if its author says nothing
 * @param allowed what is allowed; empty if the type says it all
 */
public record KeyInfo(
    String key, String type, String defaultValue, String description, String allowed) {}
