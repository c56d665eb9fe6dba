package org.mtlbench.engine.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Told before the code of plugins runs, so that a process that ends or hangs there can be
 * attributed to a plugin.
 */
public interface CallTrace {
  /** Ignores every call. */
  CallTrace NONE = call -> {};

  /**
   * A call is about to be made. It counts as the current one until the next; calls come on one
   * thread.
   */
  void calling(Call call);

  /** A plugin threw, and the program goes on; what it threw may be worth a line in a log. */
  default void caught(Throwable thrown) {}

  /**
   * A call into plugins.
   *
   * @param words what happens, as a phrase that completes "while ...", for example {@code the facts
   *     of dataset 'd' were read}
   * @param suspects the plugins of jars whose code may run, the most likely one first; empty if
   *     only the program's own code runs
   * @param limit how long it may take
   */
  record Call(String words, List<Suspect> suspects, Limit limit) {
    public Call {
      suspects = List.copyOf(suspects);
    }

    /** Work of the program itself between calls into plugins. */
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

  /** How long a call may take. */
  enum Limit {
    /** Configs, facts and shapes, which read no large file. */
    CALL,
    /** Reading data files, which may be large. */
    READING,
    /** Downloads, and work of the program itself. */
    NONE
  }
}
