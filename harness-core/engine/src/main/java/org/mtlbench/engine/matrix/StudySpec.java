package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;

/** A Pareto study: one method with many configs, each of which becomes a method of the matrix. */
public sealed interface StudySpec permits PreferenceStudy, SweepStudy {
  /**
   * Parses a study: a sweep if it has {@code values}, otherwise a study of preference vectors.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException with all problems of its form
   */
  static StudySpec read(ObjectNode study, String path) {
    return study.has("values")
        ? ConfigBinder.bind(SweepStudy.class, study, path)
        : ConfigBinder.bind(PreferenceStudy.class, study, path);
  }

  /** The methods of the study, in order; at least one if there are no problems. */
  List<MethodEntry> methods();

  /** Problems that remain when the form is right, such as a config key that is set twice. */
  List<Problem> problems();
}
