package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.toolbox.loss.Masks;

/** Selects elements whose labels are present. */
final class PresentLabels {
  private PresentLabels() {}

  /**
   * The elements whose label is present.
   *
   * @param elements one per label, or one per vector along axis 1 of the labels
   * @return the elements unchanged if no label is missing, otherwise one axis of the present ones
   */
  static NDArray select(NDArray elements, Labelled target) {
    if (target.mask().isEmpty()) {
      return elements;
    }
    NDArray mask = target.mask().get();
    int dimensions = elements.getShape().dimension();
    NDArray fitting =
        mask.getShape().dimension() > dimensions ? Masks.ofVectors(mask, dimensions + 1) : mask;
    return elements.booleanMask(Masks.broadcast(fitting, elements.getShape()));
  }
}
