package org.mtlbench.reports.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The nondominated points of a part of a study with respect to some objectives.
 *
 * @param part the part of the study: {@code k_0 > 0}, {@code k_0 = 0} or {@code all}
 * @param objectives the objectives
 * @param points all points of the part
 * @param members the nondominated points with eps = 0
 */
public record Front(
    String part, List<Objective> objectives, List<StudyPoint> points, List<StudyPoint> members) {
  /** Makes defensive copies of the lists. */
  public Front {
    objectives = List.copyOf(objectives);
    points = List.copyOf(points);
    members = List.copyOf(members);
  }

  static Front of(String part, List<Objective> objectives, List<StudyPoint> points) {
    return new Front(part, objectives, points, nondominated(objectives, points, 0));
  }

  private static List<StudyPoint> nondominated(
      List<Objective> objectives, List<StudyPoint> points, double eps) {
    boolean[] kept =
        Nondominance.of(
            points.stream()
                .map(p -> objectives.stream().mapToDouble(o -> o.minimised(p)).toArray())
                .toList(),
            eps);
    List<StudyPoint> members = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        members.add(points.get(i));
      }
    }
    return members;
  }

  /**
   * The number of nondominated points with a tolerance in the objectives' own units: 0.01 is one
   * percentage point of accuracy.
   */
  public int size(double eps) {
    return nondominated(objectives, points, eps).size();
  }

  /**
   * The hypervolume as a fraction of the box between the ideal and the reference point, 0 to 1.
   * Absent if the box has no volume.
   */
  public OptionalDouble hypervolume() {
    return objectives.stream().anyMatch(o -> o.reference() == o.ideal())
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Hypervolume.of(normalised(), objectives.stream().mapToDouble(o -> 1).toArray()));
  }

  /** The spacing of the members, with the box between ideal and reference point as unit. */
  public OptionalDouble spacing() {
    return objectives.stream().anyMatch(o -> o.reference() == o.ideal())
        ? OptionalDouble.empty()
        : Spacing.of(normalised());
  }

  private List<double[]> normalised() {
    return members.stream()
        .map(point -> objectives.stream().mapToDouble(o -> o.normalised(point)).toArray())
        .toList();
  }
}
