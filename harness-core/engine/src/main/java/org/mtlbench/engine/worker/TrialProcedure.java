package org.mtlbench.engine.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.method.Budget;
import org.mtlbench.api.method.EpochReport;
import org.mtlbench.api.method.Phase;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.engine.plan.TrialPhases;

/** A procedure whose phases bear the names of a trial outside, and their own inside. */
final class TrialProcedure implements Procedure {
  private final Procedure tried;
  private final int trial;
  private final int trials;
  private final Map<Phase, Phase> ownPhases = new HashMap<>();

  /**
   * @param trial counted from 1
   * @param trials how many there are
   */
  TrialProcedure(Procedure tried, int trial, int trials) {
    this.tried = tried;
    this.trial = trial;
    this.trials = trials;
  }

  @Override
  public List<Phase> phases(Budget budget) {
    List<Phase> own = tried.phases(budget);
    List<Phase> named = TrialPhases.named(trial, trials, own);
    for (int i = 0; i < own.size(); i++) {
      ownPhases.put(named.get(i), own.get(i));
    }
    return named;
  }

  @Override
  public void open(Session session) {
    tried.open(session);
  }

  @Override
  public void begin(Phase phase, Session session) {
    tried.begin(ownPhases.get(phase), session);
  }

  @Override
  public EpochReport epoch(Phase phase, int epoch, Session session) {
    return tried.epoch(ownPhases.get(phase), epoch, session);
  }

  @Override
  public void end(Phase phase, Session session) {
    tried.end(ownPhases.get(phase), session);
  }

  @Override
  public Model artefact(Phase phase, Session session) {
    return tried.artefact(ownPhases.get(phase), session);
  }

  @Override
  public Model result(Session session) {
    return tried.result(session);
  }
}
