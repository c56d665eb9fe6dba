package org.mtlbench.toolbox.config;

/**
 * Documentation of a config key.
 *
 * @param key key as written in a matrix file; keys of nested records are separated by dots
 * @param type type of the value, for example {@code whole number}
 * @param defaultValue default as JSON; texts and enum constants without quotes
 * @param description what the key does; empty if there is no description
 * @param allowed allowed values; empty if the type is sufficient
 */
public record KeyInfo(
    String key, String type, String defaultValue, String description, String allowed) {}
