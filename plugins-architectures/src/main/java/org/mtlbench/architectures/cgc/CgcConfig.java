package org.mtlbench.architectures.cgc;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code cgc}. */
public record CgcConfig(
    @ConfigKey(value = "shared experts per level", allowed = "1 to 1000") int sharedExperts,
    @ConfigKey(value = "task-specific experts per task and level", allowed = "1 to 1000")
        int taskExperts,
    @ConfigKey(
            value =
                "levels among which the backbone's stages are divided; 1 is customised gate"
                    + " control, more than 1 is progressive layered extraction",
            allowed = "1 to the number of the backbone's stages")
        int levels) {
  private static final int MAX_EXPERTS = 1000;

  public CgcConfig {
    String allowed = "1 to " + MAX_EXPERTS;
    Checks.start()
        .that(inRange(sharedExperts), "shared-experts", sharedExperts, allowed)
        .that(inRange(taskExperts), "task-experts", taskExperts, allowed)
        .that(levels >= 1, "levels", levels, "at least 1")
        .finish();
  }

  private static boolean inRange(int experts) {
    return experts >= 1 && experts <= MAX_EXPERTS;
  }
}
