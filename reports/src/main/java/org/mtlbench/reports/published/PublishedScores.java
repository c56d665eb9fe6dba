package org.mtlbench.reports.published;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Published results of several papers on visual benchmarks.
 *
 * @param scores results in the order of methods
 */
public record PublishedScores(List<PublishedScore> scores) {
  private static final String TABLE = "visual-benchmarks.csv";
  private static final Map<String, String> CITATIONS =
      Map.of(
          "navon-2022",
          "Navon et al., Multi-Task Learning as a Bargaining Game, ICML 2022, Tables 2 and 3",
          "liu-2023",
          "Liu et al., FAMO: Fast Adaptive Multitask Optimization, NeurIPS 2023, Tables 1 and 3");

  public PublishedScores {
    scores = List.copyOf(scores);
  }

  /** The results on NYUv2, Cityscapes and CelebA in the papers of Nash-MTL and FAMO. */
  public static PublishedScores visualBenchmarks() {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (InputStream in = PublishedScores.class.getResourceAsStream(TABLE);
        MappingIterator<PublishedScore> scores =
            new CsvMapper().readerFor(PublishedScore.class).with(header).readValues(in)) {
      return new PublishedScores(scores.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  /** The results of a method on a dataset with the given number of tasks. */
  public List<PublishedScore> of(String dataset, int tasks, String method) {
    return scores.stream()
        .filter(score -> score.dataset().equals(dataset) && score.tasks() == tasks)
        .filter(score -> score.method().equals(method))
        .toList();
  }

  /** A result of a method on a dataset. */
  public Optional<PublishedScore> find(String dataset, String method, String task, String metric) {
    return scores.stream()
        .filter(score -> score.dataset().equals(dataset) && score.method().equals(method))
        .filter(score -> score.task().equals(task) && score.metric().equals(metric))
        .findFirst();
  }

  /** The papers with results on a dataset. */
  public String citation(String dataset) {
    Stream<String> sources =
        scores.stream()
            .filter(score -> score.dataset().equals(dataset))
            .map(score -> CITATIONS.get(score.source()))
            .distinct();
    return String.join("; ", sources.toList());
  }
}
