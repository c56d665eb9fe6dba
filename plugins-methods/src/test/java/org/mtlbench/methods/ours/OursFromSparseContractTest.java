package org.mtlbench.methods.ours;

/**
 * The contract of a training that starts from a sparse network, which is an artefact. The search
 * has one epoch, so that the optimiser of the retraining has allocated its state after the second
 * one.
 */
class OursFromSparseContractTest extends OursContractTest {
  @Override
  protected String training() {
    return """
        {"k": [0.2, 0.1, 0.7], "start-from": [0.2, 0.4, 0.4], "search-iterations": 1,
         "retrain-iterations": 4, "dense-iterations": 4, "epochs": 5}""";
  }
}
