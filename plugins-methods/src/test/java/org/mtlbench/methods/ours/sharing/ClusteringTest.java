package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusteringTest {
  @Test
  void countsExemplarsAndListsTheirRows() {
    Clustering clustering = new Clustering(new int[] {2, 1, 2, 5, 1, 5}, 30, true);
    assertThat(clustering.clusters()).isEqualTo(3);
    assertThat(clustering.members()).isEqualTo(new int[][] {{1, 4}, {0, 2}, {3, 5}});
  }

  @Test
  void hasNoClustersWithoutExemplars() {
    int none = Clustering.NONE;
    Clustering clustering = new Clustering(new int[] {none, none}, 200, false);
    assertThat(clustering.clusters()).isZero();
    assertThat(clustering.members()).isEmpty();
  }
}
