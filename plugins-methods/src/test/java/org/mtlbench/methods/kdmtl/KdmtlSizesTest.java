package org.mtlbench.methods.kdmtl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.task.Tasks;

/** Trainable parameters of what KDMTL trains, for the paper's networks with hard sharing. */
class KdmtlSizesTest {
  /** Student, a teacher, and the adaptors d * d + d of d = 50 and 32. */
  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(PaperNetworks.MULTI_MNIST, 22_350, 21_840, 2_550),
        Arguments.of(PaperNetworks.CIFAR10_MNIST, 42_740, 42_410, 1_056));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void studentTeachersAndAdaptorsHaveThePapersSizes(
      NetworkSpec parts, long student, long teacher, long adaptor) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Randomness random = new Randomness(3);
      List<Network> teachers =
          IntStream.range(0, 2)
              .<Network>mapToObj(
                  task -> PlainNetwork.of(parts.onlyTasks(task), manager, random.part("t" + task)))
              .toList();
      DatasetFacts facts =
          new DatasetFacts(
              List.of(Tasks.classification("a", 10), Tasks.classification("b", 10)),
              parts,
              1,
              1,
              1,
              true);

      Distillation distillation = Distillation.of(teachers, facts, new TinyProblem(manager, 3));

      assertThat(PlainNetwork.of(parts, manager, random).parameters()).isEqualTo(student);
      assertThat(teachers).allMatch(network -> network.parameters() == teacher);
      assertThat(distillation.weights()).hasSize(4).allMatch(Weight::trainable);
      assertThat(distillation.weights().stream().mapToLong(Weight::size).sum())
          .isEqualTo(2 * adaptor);
    }
  }
}
