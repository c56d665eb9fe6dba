package org.mtlbench.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  @Test
  void streamDependsOnSeedPurposeAndIndices() {
    Set<Long> first = new HashSet<>();
    for (long seed = 0; seed < 3; seed++) {
      for (String purpose : new String[] {"a", "b", ""}) {
        first.add(new Randomness(seed).stream(purpose).nextLong());
        for (long epoch = 0; epoch < 3; epoch++) {
          first.add(new Randomness(seed).stream(purpose, epoch).nextLong());
          first.add(new Randomness(seed).stream(purpose, epoch, 0).nextLong());
        }
      }
    }
    assertThat(first).hasSize(3 * 3 * 7);
  }

  @Test
  void streamIsStableAcrossVersions() {
    // pinned: results recorded with an earlier version must stay reproducible
    assertThat(new Randomness(42).stream("pairing", 1).nextInt(1_000_000)).isEqualTo(PINNED);
    assertThat(new Randomness(7).part("x", 1)).isEqualTo(new Randomness(7).part("x", 1));
    assertThat(new Randomness(7).part("x", 1)).isNotEqualTo(new Randomness(7).part("x", 2));
  }

  private static final int PINNED = 337_433;

  @Test
  void permutationsAreUniform() {
    int[] order = Permutation.of(1000, new Randomness(1).stream("p"));
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
    int[] counts = new int[6];
    for (int i = 0; i < 6000; i++) {
      int[] small = Permutation.of(3, new Randomness(i).stream("p"));
      counts[small[0] * 2 + (small[1] > small[2] ? 1 : 0)]++;
    }
    assertThat(Arrays.stream(counts).boxed()).allMatch(c -> c > 850 && c < 1150);
  }
}
