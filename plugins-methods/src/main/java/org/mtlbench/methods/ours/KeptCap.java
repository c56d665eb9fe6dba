package org.mtlbench.methods.ours;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.method.SparsityCap;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.methods.ours.growl.CapOutcome;

/** How the layer cap stood at the model that is kept so far. */
final class KeptCap {
  private static final int NUMBERS = 3;

  private final List<Weight> weights;
  private List<SparsityCap.Layer> layers = List.of();

  /**
   * Nothing is kept yet.
   *
   * @param name tells it apart in a checkpoint
   * @param weights the layers that may be pruned
   */
  KeptCap(String name, List<Weight> weights, StateRegistry registry) {
    this.weights = List.copyOf(weights);
    registry.numbers(name, this::numbers, this::restore);
  }

  /** Keeps what the cap did, one outcome a layer. */
  void keep(List<CapOutcome> outcomes) {
    List<SparsityCap.Layer> kept = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      CapOutcome outcome = outcomes.get(i);
      kept.add(layer(i, outcome.limit(), outcome.zeroRows(), outcome.binding()));
    }
    layers = List.copyOf(kept);
  }

  /** As a cell's record shows it. */
  SparsityCap asOf(boolean targetMet) {
    return new SparsityCap(targetMet, layers);
  }

  private SparsityCap.Layer layer(int index, int limit, int zeroRows, boolean binding) {
    Weight weight = weights.get(index);
    return new SparsityCap.Layer(weight.name(), weight.rowCount(), limit, zeroRows, binding);
  }

  private double[] numbers() {
    double[] numbers = new double[NUMBERS * layers.size()];
    for (int i = 0; i < layers.size(); i++) {
      numbers[NUMBERS * i] = layers.get(i).limit();
      numbers[NUMBERS * i + 1] = layers.get(i).zeroRows();
      numbers[NUMBERS * i + 2] = layers.get(i).binding() ? 1 : 0;
    }
    return numbers;
  }

  private void restore(double[] numbers) {
    List<SparsityCap.Layer> kept = new ArrayList<>();
    for (int i = 0; NUMBERS * i < numbers.length; i++) {
      int limit = (int) numbers[NUMBERS * i];
      int zeroRows = (int) numbers[NUMBERS * i + 1];
      kept.add(layer(i, limit, zeroRows, numbers[NUMBERS * i + 2] != 0));
    }
    layers = List.copyOf(kept);
  }
}
