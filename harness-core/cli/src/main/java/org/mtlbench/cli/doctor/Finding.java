package org.mtlbench.cli.doctor;

import java.util.Optional;

/**
 * What a look at the machine gave.
 *
 * @param well whether it is as it should be
 * @param sentence what was found
 * @param advice what to do about it; present where it is not well
 */
public record Finding(boolean well, String sentence, Optional<String> advice) {
  /** Nothing to do. */
  static Finding ok(String sentence) {
    return new Finding(true, sentence, Optional.empty());
  }

  /** Something to do before it costs a day. */
  static Finding trouble(String sentence, String advice) {
    return new Finding(false, sentence, Optional.of(advice));
  }

  /** One of the two. */
  static Finding of(boolean well, String sentence, String advice) {
    return well ? ok(sentence) : trouble(sentence, advice);
  }
}
