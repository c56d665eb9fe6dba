package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;

/** Checks of a dataset's examples. */
final class ExampleChecks {
  private ExampleChecks() {}

  /** Checks the type, shape and range of a task's targets. */
  static void checkTargets(Task task, Labelled target) {
    NDArray values = target.values();
    long examples = target.size();
    switch (task.target().kind()) {
      case CLASSES -> {
        assertShape(task, values, new Shape(examples));
        checkClasses(task, target);
      }
      case CLASS_MAP -> {
        assertThat(values.getShape().dimension()).as("axes of " + task.name()).isEqualTo(3);
        checkClasses(task, target);
      }
      case LABELS -> {
        assertShape(task, values, new Shape(examples, task.outputs()));
        NDArray known = known(target);
        assertThat(known.eq(0).logicalOr(known.eq(1)).all().getBoolean())
            .as("whether labels of " + task.name() + " are 0 or 1")
            .isTrue();
      }
      case REAL -> {
        assertShape(task, values, new Shape(examples, task.outputs()));
        checkFinite(task, target);
      }
      case REAL_MAP -> {
        assertThat(values.getShape().dimension()).as("axes of " + task.name()).isEqualTo(4);
        assertThat(values.getShape().get(1)).as("channels").isEqualTo(task.outputs());
        checkFinite(task, target);
      }
    }
  }

  private static void assertShape(Task task, NDArray values, Shape expected) {
    assertThat(values.getShape()).as("shape of the labels of " + task.name()).isEqualTo(expected);
  }

  private static void checkClasses(Task task, Labelled target) {
    NDArray known = known(target);
    assertThat(known.getDataType()).as("type of " + task.name()).isEqualTo(DataType.INT64);
    assertThat(known.min().getLong())
        .as("lowest label that is not missing of " + task.name())
        .isNotNegative();
    assertThat(known.max().getLong())
        .as("highest label of " + task.name() + ", whose classes begin at 0")
        .isLessThan(task.outputs());
  }

  private static void checkFinite(Task task, Labelled target) {
    NDArray known = known(target);
    assertThat(known.getDataType()).as("type of " + task.name()).isEqualTo(DataType.FLOAT32);
    assertThat(known.isNaN().any().getBoolean()).as("NaN in " + task.name()).isFalse();
    assertThat(known.isInfinite().any().getBoolean()).as("infinity in " + task.name()).isFalse();
  }

  /** The values, with 0 for missing labels. */
  static NDArray known(Labelled target) {
    NDArray values = target.values();
    return target
        .mask()
        .map(m -> m.getShape().equals(values.getShape()) ? m : m.expandDims(1))
        .map(m -> NDArrays.where(m.broadcast(values.getShape()), values, values.zerosLike()))
        .orElse(values);
  }

  /** Checks that inputs, known labels and the presence of masks are bitwise equal. */
  static void assertSame(Examples found, Examples expected, String what) {
    for (int i = 0; i < expected.inputs().size(); i++) {
      NDArray input = found.inputs().get(i);
      assertThat(input.getDataType()).as(what).isEqualTo(expected.inputs().get(i).getDataType());
      assertThat(input.contentEquals(expected.inputs().get(i))).as(what).isTrue();
    }
    for (int t = 0; t < expected.targets().size(); t++) {
      Labelled labels = found.targets().get(t);
      Labelled same = expected.targets().get(t);
      assertThat(known(labels).contentEquals(known(same))).as(what).isTrue();
      assertThat(labels.mask().isPresent()).as(what).isEqualTo(same.mask().isPresent());
      labels
          .mask()
          .ifPresent(mask -> assertThat(mask.contentEquals(same.mask().get())).as(what).isTrue());
    }
  }
}
