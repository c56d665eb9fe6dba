package org.mtlbench.toolbox.search;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A search for the candidate with the best score. Each candidate has its own phase, whose artefact
 * is the score.
 */
final class GridSearch {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private final String name;
  private final List<List<Double>> candidates;

  /** Score of each candidate, and 1 if it is excluded; empty before {@link #open}. */
  private List<Parameter> results = List.of();

  /**
   * Creates a search without results.
   *
   * @param name name of the tuned value, one word
   * @param candidates at least one; a single one needs no search
   */
  GridSearch(String name, List<List<Double>> candidates) {
    this.name = name;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * Registers the results.
   *
   * @param prefix prefix of their names
   * @param manager owner of the results
   */
  void open(String prefix, NDManager manager, StateRegistry registry) {
    List<Parameter> fresh = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      NDArray value = manager.create(new float[] {Float.NEGATIVE_INFINITY, 0});
      NDScope.unregister(value);
      String label = prefix + "/" + (i + 1);
      fresh.add(new Parameter(label, value, Parameter.Kind.BUFFER, Role.TRUNK, Position.HIDDEN));
      registry.tensor(label, value);
    }
    results = List.copyOf(fresh);
  }

  /** The result of a candidate as an artefact; it cannot predict. */
  Model result(int index) {
    return new Model() {
      @Override
      public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
        throw new UnsupportedOperationException("the score of a search candidate has no network");
      }

      @Override
      public List<Parameter> parameters() {
        return List.of(results.get(index));
      }
    };
  }

  /** The names of the phases, one per candidate; empty if there is only one. */
  List<String> phases() {
    int count = candidates.size();
    return IntStream.range(0, count > 1 ? count : 0)
        .mapToObj(i -> name + " " + (i + 1) + "/" + count + " (" + text(candidates.get(i)) + ")")
        .toList();
  }

  List<Double> candidate(int index) {
    return candidates.get(index);
  }

  /** Sets the score of a candidate in single precision. */
  void score(int index, double score) {
    write(index, new float[] {(float) score, 0});
  }

  /** Excludes a candidate. */
  void diverged(int index) {
    write(index, new float[] {Float.NEGATIVE_INFINITY, 1});
  }

  /** Whether a candidate is excluded. */
  boolean isDiverged(int index) {
    return results.get(index).value().toFloatArray()[1] != 0;
  }

  private void write(int index, float[] result) {
    try (GradientMode off = GradientMode.off()) {
      results.get(index).value().set(result);
    }
  }

  /**
   * The candidate with the highest score; among equals the first.
   *
   * @throws DivergedException if all are excluded
   */
  List<Double> best() {
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    int best = -1;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < candidates.size(); i++) {
      float score = results.get(i).value().toFloatArray()[0];
      if (!isDiverged(i) && (best < 0 || score > highest)) {
        best = i;
        highest = score;
      }
    }
    if (best < 0) {
      throw new DivergedException("every candidate of the search for " + name + " diverged");
    }
    return candidates.get(best);
  }

  /** The chosen candidate, in words. */
  String chosen() {
    return name + " " + text(best());
  }

  private static String text(List<Double> values) {
    return values.stream()
        .map(value -> BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toString())
        .collect(Collectors.joining(", "));
  }
}
