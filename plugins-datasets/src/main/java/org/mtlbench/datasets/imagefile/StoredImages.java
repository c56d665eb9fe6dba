package org.mtlbench.datasets.imagefile;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.toolbox.dataset.IndexSelect;

/**
 * A split whose images are read from a store on access, with labels in memory.
 *
 * @param rows positions of the examples in the store
 * @param labels of all examples, task by task
 */
public record StoredImages(ImageStore store, int[] rows, List<Labelled> labels) implements Split {
  public StoredImages {
    labels = List.copyOf(labels);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Examples take(NDArray positions) {
    NDManager manager = positions.getManager();
    int[] chosen =
        LongStream.of(positions.toLongArray()).mapToInt(p -> rows[Math.toIntExact(p)]).toArray();
    UnaryOperator<NDArray> select =
        table -> {
          NDArray selected = IndexSelect.of(table, positions);
          // the result would belong to the manager of the table, which outlives the batch
          selected.attach(manager);
          return selected;
        };
    return new Examples(
        List.of(store.read(chosen, manager)),
        labels.stream().map(all -> select(all, select)).toList());
  }

  private static Labelled select(Labelled all, UnaryOperator<NDArray> select) {
    Optional<NDArray> mask = all.mask().map(select);
    return new Labelled(select.apply(all.values()), mask);
  }
}
