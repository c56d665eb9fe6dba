package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.toolbox.loss.Masks;

/** Selects what belongs to labels that are there. */
final class Present {
  private Present() {}

  /**
   * The elements whose label is there.
   *
   * @param elements one for each label, or one for each vector along axis 1 of the labels
   * @return the elements as they are if no label is missing, otherwise one axis of those present
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
