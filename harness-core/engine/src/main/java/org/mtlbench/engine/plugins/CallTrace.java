package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Receives calls into plugins before they happen, so that the end or hang of the process can be
 * attributed to a plugin.
 */
public interface CallTrace {
  /** Ignores every call. */
  CallTrace NONE = call -> {};

  /**
   * Called before a call into plugins, which is the current one until the next; called from one
   * thread.
   */
  void calling(Call call);

  /** A plugin threw an exception that was handled; it may be logged. */
  default void caught(Throwable thrown) {}

  /**
   * A call into plugins.
   *
   * @param phrase description, as a phrase that completes "while ...", for example {@code the facts
   *     of dataset 'd' were read}
   * @param suspects plugins of jars whose code may run, the most likely first; empty if only
   *     built-in code runs
   * @param limit kind of time limit
   */
  record Call(String phrase, List<Suspect> suspects, Limit limit) {
    public Call {
      suspects = List.copyOf(suspects);
    }

    /** A call for work of the program itself, between calls into plugins. */
    public static Call own() {
      return new Call("", List.of(), Limit.NONE);
    }
  }

  /**
   * A jar, or a plugin of it.
   *
   * @param jar the jar
   * @param plugin for example {@code method 'm'}; empty for the whole jar
   */
  record Suspect(Path jar, Optional<String> plugin) {}

  /** The kind of time limit of a call. */
  enum Limit {
    /** Configs, facts and shapes, which read no large file. */
    CALL,
    /** Reading data files, which may be large. */
    READING,
    /** Downloads, and work of the program itself. */
    NONE
  }
}
