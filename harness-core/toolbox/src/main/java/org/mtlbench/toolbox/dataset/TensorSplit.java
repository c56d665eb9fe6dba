package org.mtlbench.toolbox.dataset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.task.Labelled;

/**
 * A split held in memory as tensors on the run's device.
 *
 * @param all all examples
 */
public record TensorSplit(Examples all) implements Split {

  public TensorSplit {
    int size = all.size();
    for (Labelled target : all.targets()) {
      if (target.size() != size) {
        throw new IllegalArgumentException(
            "labels " + target.values().getShape() + " do not fit " + size + " examples");
      }
    }
  }

  /** A split whose tasks read the same input and whose labels are complete. */
  public static TensorSplit of(NDArray input, List<NDArray> labels) {
    return new TensorSplit(
        new Examples(List.of(input), labels.stream().map(Labelled::complete).toList()));
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public Examples take(NDArray positions) {
    return map(tensor -> IndexSelect.of(tensor, positions));
  }

  @Override
  public Examples range(int from, int to, NDManager manager) {
    NDIndex slice = new NDIndex(from + ":" + to);
    return map(tensor -> tensor.get(slice));
  }

  /** The labels at the given positions, without the inputs. */
  public List<Labelled> labels(NDArray positions) {
    return all.targets().stream()
        .map(target -> map(target, tensor -> IndexSelect.of(tensor, positions)))
        .toList();
  }

  private Examples map(UnaryOperator<NDArray> part) {
    return new Examples(
        all.inputs().stream().map(part).toList(),
        all.targets().stream().map(target -> map(target, part)).toList());
  }

  private static Labelled map(Labelled target, UnaryOperator<NDArray> part) {
    Optional<NDArray> mask = target.mask().map(part);
    return new Labelled(part.apply(target.values()), mask);
  }
}
