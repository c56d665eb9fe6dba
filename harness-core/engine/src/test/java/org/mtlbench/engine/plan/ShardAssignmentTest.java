package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.plugins.PluginChoice;

class ShardAssignmentTest {
  private static Plan plan(List<Double> seconds) {
    PluginChoice none = new PluginChoice("none", JsonNodeFactory.instance.objectNode());
    List<PlannedCell> cells = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      CellSpec spec = new CellSpec("%04x".formatted(i), "cell", none, none, none, i, 1);
      cells.add(new PlannedCell(spec, "none", List.of(), List.of(), 0, seconds.get(i)));
    }
    return new Plan("plan", JsonNodeFactory.instance.objectNode(), "00", List.of(), cells);
  }

  private static double seconds(Plan plan, ShardAssignment part) {
    return plan.only(part.cells()).cells().stream()
        .mapToDouble(PlannedCell::estimatedSeconds)
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "10, 3", "97, 8", "3, 5", "1000, 64"})
  void partsAreDisjointMakeUpThePlanAndAreBalanced(int cells, int shards) {
    Random random = new Random(cells);
    List<Double> times =
        IntStream.range(0, cells).mapToObj(i -> 1 + 100 * random.nextDouble()).toList();
    Plan plan = plan(times);
    Set<String> all = new HashSet<>();
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int index = 1; index <= shards; index++) {
      ShardAssignment part = ShardAssignment.of(plan, new Shard(index, shards));
      assertThat(Collections.disjoint(all, part.cells())).isTrue();
      all.addAll(part.cells());
      least = Math.min(least, seconds(plan, part));
      most = Math.max(most, seconds(plan, part));
    }
    assertThat(all).hasSize(cells);
    assertThat(most - least).isLessThanOrEqualTo(Collections.max(times));
  }

  @Test
  void theOrderOfThePlanPlaysNoRole() {
    List<PlannedCell> cells = new ArrayList<>(plan(List.of(3.0, 3.0, 2.0, 2.0, 2.0)).cells());
    Plan plan = new Plan("plan", JsonNodeFactory.instance.objectNode(), "00", List.of(), cells);
    Collections.reverse(cells);
    Plan reversed = new Plan("plan", JsonNodeFactory.instance.objectNode(), "00", List.of(), cells);
    ShardAssignment first = ShardAssignment.of(plan, new Shard(1, 2));
    // 3 and 3 go one to each, then 2, 2, 2 to the first, the second and the first
    assertThat(first.cells()).containsExactlyInAnyOrder("0000", "0002", "0004");
    assertThat(ShardAssignment.of(reversed, new Shard(1, 2))).isEqualTo(first);
  }

  @Test
  void readsWhatUsersWrite() {
    assertThat(Shard.parse("2/4")).isEqualTo(new Shard(2, 4)).hasToString("2/4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0/4", "5/4", "-1/4", "1/0", "1/99999", "a/b", "1/4/2", " 1/4"})
  void rejectsOthers(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("--shard: found ")
        .hasMessageContaining("i/n with i from 1 to n");
  }
}
