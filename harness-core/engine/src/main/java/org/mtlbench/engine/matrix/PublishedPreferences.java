package org.mtlbench.engine.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sets of preference vectors that papers used, one resource each. */
public enum PublishedPreferences {
  /**
   * The 90 vectors of Hotegni, Berkemeier and Peitz 2024 for sparsity and two tasks: 19 with k_0 =
   * 0, 17 with 0.1, and 18 each with 0.01, 0.001 and 0.0001.
   */
  HOTEGNI_2024;

  static final String HOTEGNI_2024_NAME = "hotegni-2024";

  /** The vectors, in the paper's order. */
  List<PreferenceVector> vectors() {
    // The first line has the names of the components.
    return text()
        .lines()
        .skip(1)
        .map(line -> new PreferenceVector(Stream.of(line.split(",")).map(BigDecimal::new).toList()))
        .toList();
  }

  /** The distinct first components, in the order of the vectors. */
  List<BigDecimal> firstComponents() {
    return vectors().stream().map(vector -> vector.components().get(0)).distinct().toList();
  }

  private String text() {
    String resource =
        switch (this) {
          case HOTEGNI_2024 -> HOTEGNI_2024_NAME + "-preferences.csv";
        };
    try (InputStream stream = PublishedPreferences.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's resource " + resource, e);
    }
  }
}
