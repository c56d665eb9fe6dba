package org.mtlbench.engine.plugins;

import java.util.List;
import org.mtlbench.engine.plugins.CallTrace.Limit;

/** What plugins are called for, in words for messages. */
public enum CallKind {
  /** Key names and defaults. */
  DEFAULTS("the defaults of", "were read", Limit.CALL),
  /** The user's values. */
  CONFIG("the config of", "was bound", Limit.CALL),
  /** Tasks and sizes of a dataset. */
  FACTS("the facts of", "were read", Limit.CALL),
  /** What a method rejects. */
  CHECK("", "was checked", Limit.CALL),
  /** Shapes of an architecture. */
  NETWORK("the network of", "was described", Limit.CALL),
  /** Phases and epochs of a method. */
  PHASES("the phases of", "were planned", Limit.CALL),
  /** What a plugin does with its defaults, for listings. */
  EXAMPLE("", "was tried", Limit.CALL),
  /** State of source files. */
  FILES("the files of", "were inspected", Limit.READING),
  /** Downloads. */
  FETCH("the files of", "were fetched", Limit.NONE),
  /** Examples for the eye. */
  EXAMPLES("examples of", "were drawn", Limit.READING);

  private final String subject;
  private final String verb;
  private final Limit limit;

  CallKind(String subject, String verb, Limit limit) {
    this.subject = subject;
    this.verb = verb;
    this.limit = limit;
  }

  Limit limit() {
    return limit;
  }

  /**
   * As a phrase that completes "while ...".
   *
   * @param plugins as messages name them, the one that is called first; at least one
   */
  String words(List<String> plugins) {
    String called = (subject + " " + plugins.get(0) + " " + verb).strip();
    return plugins.size() == 1
        ? called
        : called + " with " + String.join(", ", plugins.subList(1, plugins.size()));
  }
}
