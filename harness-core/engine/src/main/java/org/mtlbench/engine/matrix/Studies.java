package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.FreeForm;

/**
 * The Pareto studies of a matrix: one mapping, or a list of several.
 *
 * @param list none without studies
 */
public record Studies(List<StudySpec> list) implements FreeForm {
  /** The key of the studies in a matrix. */
  static final String AT = "study";

  /** The allowed forms. */
  static final String FORMS = "a study, or a list of at least one study";

  /** Makes a defensive copy. */
  public Studies {
    list = List.copyOf(list);
  }

  /** Parses one of the {@link #FORMS}. */
  @Reader
  static Studies read(JsonNode node, String path) {
    if (node instanceof ObjectNode one) {
      return new Studies(List.of(StudySpec.read(one, path)));
    }
    if (!(node instanceof ArrayNode) || node.isEmpty()) {
      throw new InvalidConfigException(List.of(Problem.of(path, node, FORMS)));
    }
    List<StudySpec> studies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      String place = path + "[" + i + "]";
      if (node.get(i) instanceof ObjectNode study) {
        try {
          studies.add(StudySpec.read(study, place));
        } catch (InvalidConfigException e) {
          problems.addAll(e.problems());
        }
      } else {
        problems.add(Problem.of(place, node.get(i), "a study"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return new Studies(studies);
  }

  @Override
  public JsonNode tree() {
    ArrayNode tree = JsonNodeFactory.instance.arrayNode();
    list.forEach(study -> tree.add(ConfigBinder.toTree((Record) study)));
    return tree;
  }
}
