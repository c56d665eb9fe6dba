package org.mtlbench.reports.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;

/** The captions of a comparison of two runs. */
final class ComparisonCaptions {
  private final ComparedRun a;
  private final ComparedRun b;
  private final Rows first;
  private final Rows second;
  private final ComparedScores scores;

  ComparisonCaptions(ComparedRun first, ComparedRun second, ComparedScores scores) {
    this.a = first;
    this.b = second;
    this.first = first.rows();
    this.second = second.rows();
    this.scores = scores;
  }

  /**
   * The captions in order.
   *
   * @param equallyTrained whether the rows of every pair were trained for the same number of epochs
   *     and report the same epochs
   */
  List<Text> all(boolean equallyTrained) {
    List<Text> captions = new ArrayList<>();
    captions.add(
        Text.of(
            "A: "
                + a.described()
                + ". B: "
                + b.described()
                + ". Differences are B minus A "
                + unit()));
    captions.add(
        Text.of(
            "Beyond seed noise: two-sided t test of "
                + tested()
                + ", paired over common seeds if there are at least two, otherwise Welch's;"
                + " significant at 0.05 after Holm's correction over this table. \"no\""
                + " means that the difference can be explained by the seeds, not that there"
                + " is none; \"same bits\", that for every common seed the parameters'"
                + " checksums and the test scores are equal."));
    if (!equallyTrained) {
      captions.add(
          Text.of(
              "Rows with different epochs of main training, or with test scores of different"
                  + " epochs (see their notes), are not tested, since the epochs may explain the"
                  + " difference."));
    }
    scores.tasks().caption().ifPresent(captions::add);
    if (first.severalSeeds() || second.severalSeeds()) {
      captions.add(Captions.INTERVALS);
    }
    for (Rows rows : List.of(first, second)) {
      if (!rows.results().results().isEmpty()) {
        captions.add(
            Text.of(
                "Minutes of "
                    + (rows == first ? "A" : "B")
                    + ": main phases, mean over seeds, "
                    + Captions.conditions(rows.results().results())));
      }
    }
    return captions;
  }

  /** The unit of differences. */
  private String unit() {
    List<Headline> distinct = scores.distinctHeadlines();
    return scores.tasks().plain() && distinct.size() == 1 && distinct.get(0).metric().showsShare()
        ? "in percentage points of test " + distinct.get(0).metric().phrase() + "."
        : "on the test set.";
  }

  /** The tested quantity. */
  private String tested() {
    return scores.distinctHeadlines().stream()
        .map(
            headline ->
                (headline.kind() == Headline.Kind.MEAN ? "the " : "")
                    + headline.phraseWithoutSplit())
        .collect(Collectors.joining(" or "));
  }
}
