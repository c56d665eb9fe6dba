package org.mtlbench.datasets.arrays;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.augmentation.MapKind;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.ShortForm;

/** A task of {@code arrays}; its short form is the kind. */
@ShortForm("kind")
public record MapTarget(
    @ConfigKey("what the values mean") MapKind kind,
    @ConfigKey(value = "folder of the files; empty for the task's name", allowed = "a text")
        @Default("\"\"")
        String folder,
    @ConfigKey(value = "classes, of kind classes", allowed = "at least 2") @Default("0")
        int classes,
    @ConfigKey(value = "channels, of kind values", allowed = "at least 1") @Default("1")
        int channels,
    @ConfigKey(
            value = "the value of pixels without a label, in every channel; none if left out",
            allowed = "a number")
        Optional<Double> missing) {
  /** Checks what belongs to the kind. */
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
