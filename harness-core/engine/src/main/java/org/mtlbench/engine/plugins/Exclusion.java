package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar, or a plugin of a jar, that must not be used.
 *
 * @param jar the jar
 * @param plugin for example {@code method 'm'}; empty for the whole jar
 * @param reason one line
 */
public record Exclusion(Path jar, Optional<String> plugin, String reason) {}
