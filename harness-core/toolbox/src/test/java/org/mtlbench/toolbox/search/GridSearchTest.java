package org.mtlbench.toolbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.method.StateRegistry;

class GridSearchTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private GridSearch grid() {
    return grid((name, tensor) -> {});
  }

  private GridSearch grid(BiConsumer<String, NDArray> tensors) {
    GridSearch grid =
        new GridSearch(
            "lambda", List.of(List.of(0.01, 0.04), List.of(1.0 / 3, 1e-5), List.of(2.0, 0.0)));
    grid.open(
        "s",
        manager,
        new StateRegistry() {
          @Override
          public void tensor(String name, NDArray tensor) {
            tensors.accept(name, tensor);
          }

          @Override
          public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
            throw new IllegalStateException(name);
          }
        });
    return grid;
  }

  @Test
  void hasOnePhasePerCandidate() {
    assertThat(grid().phases())
        .containsExactly(
            "lambda 1/3 (0.01, 0.04)", "lambda 2/3 (0.3333, 0.00001)", "lambda 3/3 (2, 0)");
  }

  @Test
  void singleCandidateHasNoPhase() {
    GridSearch single = new GridSearch("lambda", List.of(List.of(0.5)));
    assertThat(single.phases()).isEmpty();
    assertThat(single.best()).containsExactly(0.5);
  }

  @Test
  void choosesHighestScoreAndFirstOfEquals() {
    GridSearch grid = grid();
    grid.score(0, 0.5);
    grid.score(1, 0.7);
    grid.score(2, 0.7);
    assertThat(grid.best()).isEqualTo(grid.candidate(1));
    assertThat(grid.chosen()).isEqualTo("lambda 0.3333, 0.00001");
  }

  @Test
  void neverChoosesDivergedCandidate() {
    GridSearch grid = grid();
    grid.score(0, 0.9);
    grid.diverged(0);
    grid.score(2, 0.1);
    assertThat(grid.best()).isEqualTo(grid.candidate(2));
    grid.diverged(1);
    grid.diverged(2);
    assertThatThrownBy(grid::best)
        .isInstanceOf(DivergedException.class)
        .hasMessage("every candidate of the search for lambda diverged");
  }

  @Test
  void resumesFromSavedState() {
    Map<String, NDArray> saved = new LinkedHashMap<>();
    GridSearch before = grid(saved::put);
    before.score(0, 0.4);
    before.score(1, 0.9);
    before.diverged(1);
    assertThat(saved).containsOnlyKeys("s/1", "s/2", "s/3");

    GridSearch after = grid((name, tensor) -> saved.get(name).copyTo(tensor));
    assertThat(after.isDiverged(1)).isTrue();
    after.score(2, 0.3);
    assertThat(after.best()).isEqualTo(after.candidate(0));
  }

  @Test
  void resultOfCandidateIsTransferable() {
    GridSearch maker = grid();
    maker.score(0, 0.4);
    maker.diverged(1);
    maker.score(2, 0.5);
    GridSearch taker = grid();
    for (int i = 0; i < 3; i++) {
      Parameter made = maker.result(i).parameters().get(0);
      made.value().copyTo(taker.result(i).parameters().get(0).value());
    }
    assertThat(taker.best()).isEqualTo(taker.candidate(2));
    assertThat(taker.isDiverged(1)).isTrue();
  }
}
