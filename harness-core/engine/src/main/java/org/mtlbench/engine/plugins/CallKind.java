package org.mtlbench.engine.plugins;

import java.util.List;
import org.mtlbench.engine.plugins.CallTrace.Limit;

/** The kinds of calls into plugins, with phrases for messages. */
public enum CallKind {
  /** Key names and defaults. */
  DEFAULTS("the defaults of", "were read", Limit.CALL),
  /** Binding of configs. */
  CONFIG("the config of", "was bound", Limit.CALL),
  /** Tasks and sizes of a dataset. */
  FACTS("the facts of", "were read", Limit.CALL),
  /** Checks of methods. */
  CHECK("", "was checked", Limit.CALL),
  /** Shapes of an architecture. */
  NETWORK("the network of", "was described", Limit.CALL),
  /** Phases and epochs of a method. */
  PHASES("the phases of", "were planned", Limit.CALL),
  /** Trying a plugin with its defaults, for listings. */
  EXAMPLE("", "was tried", Limit.CALL),
  /** State of source files. */
  FILES("the files of", "were inspected", Limit.READING),
  /** Downloads. */
  FETCH("the files of", "were fetched", Limit.NONE),
  /** Drawing of examples. */
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
   * A phrase that completes "while ...".
   *
   * @param plugins names of the plugins for messages, the called one first; at least one
   */
  String phrase(List<String> plugins) {
    String called = (subject + " " + plugins.get(0) + " " + verb).strip();
    return plugins.size() == 1
        ? called
        : called + " with " + String.join(", ", plugins.subList(1, plugins.size()));
  }
}
