package org.mtlbench.engine.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The matrices included in mtlbench, one YAML resource each. */
public final class Presets {
  private static final List<String> NAMES =
      List.of(
          "quick",
          "small",
          "paper",
          "paper-every-combination",
          "code",
          "methods",
          "methods-real",
          "ls-sweep",
          "ls-sweep-real",
          "pareto-quick",
          "pareto-multimnist",
          "pareto-cifar10mnist",
          "ours-compressed",
          "unlike-tasks",
          "nyuv2",
          "cityscapes",
          "celeba");

  private Presets() {}

  /** The names, in display order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The text of a preset.
   *
   * @param name one of {@link #names}
   */
  public static String text(String name) {
    String resource = name + ".yaml";
    try (InputStream stream = Presets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's resource " + resource, e);
    }
  }
}
