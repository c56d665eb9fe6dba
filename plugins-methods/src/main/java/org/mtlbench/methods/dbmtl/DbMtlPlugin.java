package org.mtlbench.methods.dbmtl;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Dual balancing (Lin et al. 2023, algorithm 1): the losses are replaced by their logarithms, and
 * the moving averages of their gradients, m_t = b m_t + (1 - b) g_t / L_t with b = beta / n^sigma
 * in step n, are scaled to the norm of the longest. The direction is sum_t (max_s ||m_s|| /
 * ||m_t||) m_t, (P). The length is independent of the losses' units, and the averages start at 0,
 * so the first step of a single task is (1 - b) g / L. A task whose average is zero adds nothing.
 * Heads and monitors are updated with the gradient g_t / L_t of the logarithm of their loss. A loss
 * below 1e-8 counts as 1e-8.
 *
 * <p>Defaults are those of LibMTL, by the paper's authors; the paper tunes beta and sigma. LibMTL
 * adds 1e-8 to losses and norms. The state is one average per task: K times the size of the trunk.
 */
public final class DbMtlPlugin implements MethodPlugin<DbMtlConfig> {
  private static final double BETA = 0.9;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "db-mtl",
            "DB-MTL",
            "Lin et al., Dual-Balancing for Multi-Task Learning, arXiv 2308.12029, 2023",
            List.of(
                "one backward pass per task and step",
                "positive losses",
                "one moving average per task of the trunk's gradients"))
        .withLink("https://arxiv.org/abs/2308.12029");
  }

  @Override
  public DbMtlConfig defaults() {
    return new DbMtlConfig(BETA, 0, TrainingConfig.standard());
  }

  @Override
  public Method create(DbMtlConfig config, MethodContext context) {
    return new DualBalancing(config);
  }
}
