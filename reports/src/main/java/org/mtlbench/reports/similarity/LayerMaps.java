package org.mtlbench.reports.similarity;

import java.util.Locale;
import java.util.Map;

/**
 * The similarity maps of a layer.
 *
 * @param component the part of the network, for example {@code trunk}
 * @param position position of the layer in its component, from 1
 * @param layers number of layers with neuron rows in the component
 * @param layer the layer
 * @param every 1 if all rows were compared, n if every n-th was
 * @param maps a map for each order
 */
record LayerMaps(
    String component,
    int position,
    int layers,
    ModelLayer layer,
    int every,
    Map<RowOrder, SimilarityMap> maps) {
  private static final double PERCENT = 100;

  /** Makes a defensive copy of the maps. */
  LayerMaps {
    maps = Map.copyOf(maps);
  }

  /** Kind and position: {@code linear, layer 2 of 3}. */
  String place() {
    return layer.layer() + ", layer " + position + " of " + layers;
  }

  /**
   * Number of neuron rows, and the sparsity rate or, in a map without zero rows, their number:
   * {@code 320 neuron rows, SR 53.1 %} or {@code 320 neuron rows, 170 zero}.
   */
  String rows(RowOrder order) {
    int zero = layer.zeroRows().size();
    return String.format(Locale.ROOT, "%,d neuron rows, ", layer.rows())
        + (order == RowOrder.CLUSTER && zero > 0
            ? String.format(Locale.ROOT, "%,d zero", zero)
            : String.format(Locale.ROOT, "SR %.1f %%", PERCENT * layer.sr()));
  }

  /** The mean similarity of two different rows. */
  String mean(RowOrder order) {
    double mean = maps.get(order).mean();
    return Double.isNaN(mean)
        ? "fewer than two nonzero rows"
        // adding 0 makes the negative 0 positive
        : String.format(Locale.ROOT, "mean similarity %.3f", Math.round(1000 * mean) / 1000.0 + 0);
  }

  /** What a pixel is, and which rows were compared; empty if all rows have pixels of their own. */
  String reduction(RowOrder order) {
    int block = maps.get(order).block();
    if (block == 1 && every == 1) {
      return "";
    }
    return "pixel: "
        + (block == 1 ? "1 row" : block + " x " + block + " rows")
        + (every == 1 ? "" : " (1 in " + every + ")");
  }

  /** Everything about a map on one line. */
  String text(RowOrder order) {
    String reduction = reduction(order);
    return String.join(", ", component, place(), rows(order), mean(order))
        + (reduction.isEmpty() ? "" : ", " + reduction);
  }
}
