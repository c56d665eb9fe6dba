package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The text of a matrix file as a tree.
 *
 * @param tree the only document
 * @param problems problems that a tree cannot represent: duplicate keys
 */
record MatrixText(JsonNode tree, List<Problem> problems) {
  /** Maximum size of a file in bytes, and of a text in characters. */
  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 50;

  /**
   * Parses a text.
   *
   * @param source names the text in messages; its extension determines whether it is JSON or YAML
   * @throws InvalidConfigException naming line and column, if it is not a single document of its
   *     format
   */
  static MatrixText parse(String source, String text) {
    boolean json = source.toLowerCase(Locale.ROOT).endsWith(".json");
    ObjectMapper mapper = json ? new JsonMapper() : yaml();
    try {
      List<Problem> problems = TokenChecks.of(source, () -> mapper.createParser(text));
      JsonNode tree = mapper.readTree(text);
      if (tree.isMissingNode()) {
        throw new InvalidConfigException(source, "an empty file", "a matrix");
      }
      return new MatrixText(tree, problems);
    } catch (JsonProcessingException e) {
      String reason = reason(e);
      throw new InvalidConfigException(
          source,
          reason,
          reason.contains("numeric value") ? "a finite number" : json ? "JSON" : "YAML");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * This text with values replaced.
   *
   * @throws InvalidConfigException if a setting does not fit the matrix
   */
  MatrixText with(List<Setting> settings) {
    if (tree instanceof ObjectNode matrix) {
      settings.forEach(setting -> setting.apply(matrix));
    }
    return this;
  }

  /** The location of a token, as a phrase. */
  static String place(JsonLocation location) {
    return place(location.getLineNr(), location.getColumnNr());
  }

  private static String place(int line, int column) {
    return "at line " + line + ", column " + column;
  }

  /** The parser's message in parentheses, without class names. */
  private static String detail(String message) {
    String words = message.lines().findFirst().orElse("").replaceAll(", got this instead.*", "");
    return words.isBlank() ? "" : " (" + words.strip() + ")";
  }

  private static String reason(JsonProcessingException failure) {
    if (failure.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      Mark mark = yaml.getProblemMark();
      return "unreadable text "
          + place(mark.getLine() + 1, mark.getColumn() + 1)
          + detail(yaml.getProblem());
    }
    JsonLocation location = failure.getLocation();
    return "unreadable text"
        + (location == null ? "" : " " + place(location))
        + detail(failure.getOriginalMessage());
  }

  private static ObjectMapper yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setCodePointLimit(MAX_BYTES);
    return YAMLMapper.builder(YAMLFactory.builder().loaderOptions(limits).build()).build();
  }
}
