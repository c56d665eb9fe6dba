package org.mtlbench.toolbox.loss;

import ai.djl.ndarray.NDArray;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Loss;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.gradient.ScalarMath;

/** Mean of 1 - cos of the angle between predicted and true vectors. */
final class CosineLoss implements Loss {
  @Override
  public String id() {
    return "cosine";
  }

  @Override
  public boolean accepts(Target target) {
    return (target instanceof Target.Real || target instanceof Target.RealMap)
        && target.outputs() > 1;
  }

  @Override
  public NDArray of(NDArray output, Labelled target) {
    NDArray values = target.values();
    ElementLoss.requireSameShape(id(), output, values);
    if (target.mask().isEmpty()) {
      return distance(output, values).mean();
    }
    NDArray mask = Masks.ofVectors(target.mask().get(), output.getShape().dimension());
    return Masks.mean(distance(Masks.fill(output, mask, 1), Masks.fill(values, mask, 1)), mask);
  }

  private static NDArray distance(NDArray output, NDArray values) {
    return ScalarMath.add(CosineSimilarity.of(output, values).neg(), 1);
  }
}
