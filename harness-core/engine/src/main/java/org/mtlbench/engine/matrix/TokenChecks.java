package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/**
 * Finds problems that are lost when a text is parsed to a tree: a second document, aliases,
 * duplicate keys.
 */
final class TokenChecks {
  private final String source;
  private final JsonParser parser;
  private final Deque<Set<String>> keys = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private int depth;
  private int documents;

  private TokenChecks(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /** Opens a parser at the start of the text. */
  @FunctionalInterface
  interface Opening {
    JsonParser open() throws IOException;
  }

  /**
   * Reads a text from start to end.
   *
   * @return a problem for each duplicate key
   * @throws InvalidConfigException if there is more than one document, or an alias
   */
  static List<Problem> of(String source, Opening opening) throws IOException {
    try (JsonParser parser = opening.open()) {
      TokenChecks checks = new TokenChecks(source, parser);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        checks.token(token);
      }
      return checks.problems;
    }
  }

  private void token(JsonToken token) throws IOException {
    if (depth == 0 && ++documents > 1) {
      reject("more than one document", "one matrix");
    }
    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      reject("the alias *" + parser.getText(), "the value itself, since aliases are not supported");
    }
    switch (token) {
      case START_OBJECT -> keys.push(new HashSet<>());
      case END_OBJECT -> keys.pop();
      case FIELD_NAME -> key();
      case START_ARRAY,
          END_ARRAY,
          NOT_AVAILABLE,
          VALUE_EMBEDDED_OBJECT,
          VALUE_STRING,
          VALUE_NUMBER_INT,
          VALUE_NUMBER_FLOAT,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL -> {}
    }
  }

  private void key() throws IOException {
    if (!keys.element().add(parser.currentName())) {
      problems.add(
          new Problem(
              path(parser.getParsingContext()),
              "the key a second time " + MatrixText.place(parser.currentTokenLocation()),
              "each key once"));
    }
  }

  /** A path in the same form as in other problems: {@code methods[2].config.k}. */
  private static String path(JsonStreamContext context) {
    if (context.inRoot()) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    String name = context.getCurrentName().isEmpty() ? "''" : context.getCurrentName();
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private void reject(String value, String allowed) {
    throw new InvalidConfigException(
        source, value + " " + MatrixText.place(parser.currentTokenLocation()), allowed);
  }
}
