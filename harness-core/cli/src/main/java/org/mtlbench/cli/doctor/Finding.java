package org.mtlbench.cli.doctor;

import java.util.Optional;

/**
 * The result of one check.
 *
 * @param well whether the check passed
 * @param sentence what was found
 * @param advice how to fix the problem; present if the check failed
 */
public record Finding(boolean well, String sentence, Optional<String> advice) {
  /** A passed check. */
  static Finding ok(String sentence) {
    return new Finding(true, sentence, Optional.empty());
  }

  /** A failed check. */
  static Finding trouble(String sentence, String advice) {
    return new Finding(false, sentence, Optional.of(advice));
  }

  /** A passed or failed check. */
  static Finding of(boolean well, String sentence, String advice) {
    return well ? ok(sentence) : trouble(sentence, advice);
  }
}
