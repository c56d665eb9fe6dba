package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.FreeForm;

/** The preference vectors of a Pareto study. */
public sealed interface PreferenceVectors extends FreeForm {
  /** The allowed forms. */
  String FORMS =
      "a list of vectors, {points: N, objectives: M} for a lattice, or {published: "
          + PublishedPreferences.HOTEGNI_2024_NAME
          + "}, the last two with k0";

  /** Parses one of the {@link #FORMS}. */
  @Reader
  static PreferenceVectors read(JsonNode node, String path) {
    if (node.isTextual()) {
      ObjectNode named = JsonNodeFactory.instance.objectNode();
      named.set("published", node);
      return ConfigBinder.bind(Published.class, named, path);
    }
    if (node instanceof ObjectNode mapping) {
      return mapping.has("published")
          ? ConfigBinder.bind(Published.class, mapping, path)
          : ConfigBinder.bind(Lattice.class, mapping, path);
    }
    if (!(node instanceof ArrayNode) || node.isEmpty()) {
      throw new InvalidConfigException(List.of(Problem.of(path, node, FORMS)));
    }
    return Listed.read(node, path);
  }

  /** The vectors, distinct, in order; at least one. */
  List<PreferenceVector> vectors();

  /**
   * Vectors that the matrix lists.
   *
   * @param vectors distinct, at least one
   */
  record Listed(List<PreferenceVector> vectors) implements PreferenceVectors {
    /** Makes a defensive copy. */
    public Listed {
      vectors = List.copyOf(vectors);
    }

    private static Listed read(JsonNode list, String path) {
      List<Problem> problems = new ArrayList<>();
      Set<PreferenceVector> vectors = new LinkedHashSet<>();
      for (int i = 0; i < list.size(); i++) {
        JsonNode vector = list.get(i);
        List<BigDecimal> components = new ArrayList<>();
        vector.forEach(
            component -> {
              if (component.isNumber() && Double.isFinite(component.doubleValue())) {
                components.add(component.decimalValue());
              }
            });
        String place = path + "[" + i + "]";
        if (!vector.isArray() || vector.isEmpty() || components.size() < vector.size()) {
          problems.add(Problem.of(place, vector, "a list of finite numbers"));
        } else if (!vectors.add(new PreferenceVector(components))) {
          problems.add(Problem.of(place, vector, "each preference vector once"));
        }
      }
      if (!problems.isEmpty()) {
        throw new InvalidConfigException(problems);
      }
      return new Listed(List.copyOf(vectors));
    }

    @Override
    public JsonNode tree() {
      ArrayNode tree = JsonNodeFactory.instance.arrayNode();
      for (PreferenceVector vector : vectors) {
        ArrayNode components = tree.addArray();
        vector.components().forEach(components::add);
      }
      return tree;
    }
  }

  /**
   * The vectors of a paper.
   *
   * @param published the paper
   * @param k0 only the vectors that start with one of these numbers; empty for all
   */
  record Published(
      @Expected("the name of a set of vectors") PublishedPreferences published,
      @Default("[]") @Expected("a list of numbers") List<Double> k0)
      implements PreferenceVectors {
    /** Rejects numbers with which no vector starts. */
    public Published {
      k0 = List.copyOf(k0);
      List<BigDecimal> known = published.firstComponents();
      Checks checks = Checks.start();
      for (double number : k0) {
        checks.that(
            known.stream().anyMatch(first -> first.doubleValue() == number),
            "k0",
            number,
            "some of " + known.stream().map(BigDecimal::toPlainString).toList());
      }
      checks.finish();
    }

    @Override
    public List<PreferenceVector> vectors() {
      List<BigDecimal> wanted = k0.stream().map(BigDecimal::valueOf).toList();
      return published.vectors().stream()
          .filter(vector -> wanted.isEmpty() || vector.startsWith(wanted))
          .toList();
    }

    @Override
    public JsonNode tree() {
      return ConfigBinder.toTree(this);
    }
  }

  /**
   * Evenly spaced vectors in the interior of the simplex (Das and Dennis 1998, shifted so that
   * every component is above 0): the largest lattice with at most the given number of points.
   *
   * @param points maximum number of vectors
   * @param objectives number of components, including a fixed first one
   * @param k0 the first component of every vector, at least 0, below 1; empty if it varies too
   */
  record Lattice(
      @Expected(POINTS) int points,
      @Default("3") @Expected(OBJECTIVES) int objectives,
      @Expected(K0) Optional<Double> k0)
      implements PreferenceVectors {
    private static final int MAX_POINTS = 10_000;
    private static final int MAX_OBJECTIVES = 20;
    private static final String POINTS = "a whole number from 1 to " + MAX_POINTS;
    private static final String OBJECTIVES = "a whole number from 2 to " + MAX_OBJECTIVES;
    private static final String K0 = "a number, at least 0 and below 1";
    // Six decimals are readable in labels; the last component makes the sum exactly 1.
    private static final int DECIMALS = 6;

    /** Checks the ranges. */
    public Lattice {
      Checks.start()
          .that(points >= 1 && points <= MAX_POINTS, "points", points, POINTS)
          .that(
              objectives >= 2 && objectives <= MAX_OBJECTIVES, "objectives", objectives, OBJECTIVES)
          .that(k0.stream().allMatch(k -> k >= 0 && k < 1), "k0", k0.orElse(0.0), K0)
          .finish();
    }

    @Override
    public List<PreferenceVector> vectors() {
      int free = objectives - k0.map(fixed -> 1).orElse(0);
      int divisions = 0;
      while (free > 1 && size(divisions + 1, free) <= points) {
        divisions++;
      }
      List<PreferenceVector> vectors = new ArrayList<>();
      collect(new ArrayList<>(), divisions, free, divisions + free, vectors);
      return vectors;
    }

    /** The number of ways to divide a number of equal parts between the free components. */
    private static double size(int divisions, int free) {
      double size = 1;
      for (int i = 1; i < free; i++) {
        size *= (divisions + i) / (double) i;
      }
      return Math.rint(size);
    }

    private void collect(
        List<Integer> parts, int left, int free, int all, List<PreferenceVector> vectors) {
      if (parts.size() == free - 1) {
        List<Integer> whole = new ArrayList<>(parts);
        whole.add(left);
        vectors.add(vector(whole, all));
        return;
      }
      for (int part = 0; part <= left; part++) {
        parts.add(part);
        collect(parts, left - part, free, all, vectors);
        parts.remove(parts.size() - 1);
      }
    }

    /** The vector of a division; each component has one part more than the division. */
    private PreferenceVector vector(List<Integer> parts, int all) {
      List<BigDecimal> components = new ArrayList<>();
      k0.map(BigDecimal::valueOf).ifPresent(components::add);
      BigDecimal rest =
          BigDecimal.ONE.subtract(k0.map(BigDecimal::valueOf).orElse(BigDecimal.ZERO));
      BigDecimal left = rest;
      for (int i = 0; i < parts.size() - 1; i++) {
        BigDecimal component =
            rest.multiply(BigDecimal.valueOf(parts.get(i) + 1L))
                .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP);
        components.add(component);
        left = left.subtract(component);
      }
      components.add(left);
      return new PreferenceVector(components);
    }

    @Override
    public JsonNode tree() {
      return ConfigBinder.toTree(this);
    }
  }
}
