package org.mtlbench.datasets.arrays;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.augmentation.MapKind;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.ShortForm;

/** Config of a task of {@code arrays}; the short form is the kind alone. */
@ShortForm("kind")
public record MapTarget(
    @ConfigKey("kind of the values") MapKind kind,
    @ConfigKey(value = "folder of the files; empty for the name of the task", allowed = "a text")
        @Default("\"\"")
        String folder,
    @ConfigKey(value = "number of classes, for kind classes", allowed = "at least 2") @Default("0")
        int classes,
    @ConfigKey(value = "number of channels, for kind values", allowed = "at least 1") @Default("1")
        int channels,
    @ConfigKey(
            value = "value that marks a pixel without label, in every channel; none if omitted",
            allowed = "a number")
        Optional<Double> missing) {
  /** Checks the values required by the kind. */
  public MapTarget {
    Checks.start()
        .that(
            kind == MapKind.CLASSES ? classes >= 2 : classes == 0,
            "classes",
            classes,
            kind == MapKind.CLASSES ? "a whole number, at least 2" : "only with kind classes")
        .that(
            channels == 1 || (kind == MapKind.VALUES && channels > 1),
            "channels",
            channels,
            "a whole number, at least 1; only with kind values")
        .finish();
  }

  MapSource source(String task) {
    int outputs =
        switch (kind) {
          case CLASSES -> classes;
          case DEPTH -> 1;
          case NORMALS -> 3;
          case VALUES -> channels;
        };
    return new MapSource(
        task,
        folder.isEmpty() ? task : folder,
        kind,
        outputs,
        missing.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
  }
}
