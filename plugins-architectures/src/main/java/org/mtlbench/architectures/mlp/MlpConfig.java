package org.mtlbench.architectures.mlp;

import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code mlp}. */
public record MlpConfig(
    @ConfigKey(
            value = "widths of the layers; one stage per entry, the last is the feature's width",
            allowed = "a list of whole numbers, at least 1")
        List<Integer> widths,
    @ConfigKey(
            value = "probability of dropout after each layer; 0 for none",
            allowed = "at least 0, below 1")
        double dropout,
    @ConfigKey(
            value = "length of the vector that each categorical column is embedded in",
            allowed = "a whole number from 1 to 1000")
        int embedding) {
  public MlpConfig {
    widths = List.copyOf(widths);
    Checks.start()
        .that(
            !widths.isEmpty() && widths.stream().allMatch(w -> w >= 1),
            "widths",
            widths,
            "a list of whole numbers, at least 1")
        .that(dropout >= 0 && dropout < 1, "dropout", dropout, "at least 0, below 1")
        .that(embedding >= 1 && embedding <= 1000, "embedding", embedding, "1 to 1000")
        .finish();
  }
}
