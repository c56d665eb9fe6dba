package org.mtlbench.results.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.results.ArtefactRecord;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.run.RunRecord;

/**
 * Converts records to JSON and back: kebab-case keys in the order of the record's components,
 * instants as ISO 8601 text, numbers in full precision, absent values omitted, NaN and infinity
 * rejected. Reading is strict: unknown keys, repeated keys, missing primitives and text in place of
 * numbers are errors.
 */
public final class ResultsJson {
  private final JsonMapper mapper = newMapper();
  private final ObjectWriter documents =
      mapper.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /** A new mapper with the configuration described above. */
  public static JsonMapper newMapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addDecorator((ignored, out) -> new FiniteNumbers(out))
            .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .addModule(new OptionalModule())
        .withConfigOverride(
            Optional.class,
            type ->
                type.setInclude(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /**
   * A record as an indented UTF-8 document that ends with a line feed.
   *
   * @throws IOException if a number in it is not finite
   */
  public byte[] toDocument(Object value) throws IOException {
    return (documents.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A record as one line of JSON, without the line feed.
   *
   * @throws IOException if a number in it is not finite
   */
  public String toLine(Object value) throws IOException {
    return mapper.writeValueAsString(value);
  }

  /**
   * Reads the record of a cell.
   *
   * @param place the file, for errors
   * @throws SchemaException if it is in another schema version
   * @throws CorruptRecordException if it is not a valid record
   */
  public CellRecord readCell(String place, byte[] json) throws IOException {
    return read(place, json, CellRecord.class, CellRecord.SCHEMA, Schema1::liftCell);
  }

  /**
   * Reads the record of a run.
   *
   * @param place the file, for errors
   * @throws SchemaException if it is in another schema version
   * @throws CorruptRecordException if it is not a valid record
   */
  public RunRecord readRun(String place, byte[] json) throws IOException {
    return read(place, json, RunRecord.class, RunRecord.SCHEMA, Schema1::liftRun);
  }

  /**
   * Reads the record of an artefact.
   *
   * @param place the file, for errors
   * @throws SchemaException if it is in another schema version
   * @throws CorruptRecordException if it is not a valid record
   */
  public ArtefactRecord readArtefact(String place, byte[] json) throws IOException {
    return read(place, json, ArtefactRecord.class, ArtefactRecord.SCHEMA, Schema1::liftArtefact);
  }

  /**
   * Reads a JSON object of any content.
   *
   * @param place the file, for errors
   * @throws CorruptRecordException if it is not a complete JSON object
   */
  public ObjectNode readTree(String place, byte[] json) throws IOException {
    JsonNode tree;
    try {
      tree = mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new HalfWrittenException(place, "not a complete JSON document: " + firstLine(e), e);
    }
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw json.length == 0
        ? new HalfWrittenException(place, "empty")
        : new CorruptRecordException(place, "not a JSON object");
  }

  /**
   * Checks the schema version of a tree.
   *
   * @param min oldest version allowed
   * @param max newest version allowed
   * @throws SchemaException if it is another
   */
  public static void checkSchema(String place, JsonNode tree, int min, int max)
      throws SchemaException {
    JsonNode schema = tree.path("schema");
    if (!schema.isInt() || schema.intValue() < min || schema.intValue() > max) {
      String found = schema.isMissingNode() ? "(no version)" : schema.toString();
      throw new SchemaException(place, found, min, max);
    }
  }

  /**
   * Converts a tree to a record.
   *
   * @param place the file, for errors
   * @throws CorruptRecordException if it is not such a record
   */
  public <T> T bind(String place, JsonNode tree, Class<T> type) throws CorruptRecordException {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new CorruptRecordException(place, "not a valid record: " + firstLine(e), e);
    }
  }

  private <T> T read(
      String place, byte[] json, Class<T> type, int schema, Consumer<ObjectNode> lift)
      throws IOException {
    ObjectNode tree = readTree(place, json);
    checkSchema(place, tree, 1, schema);
    lift.accept(tree);
    T record = bind(place, tree, type);
    if (record instanceof CellRecord cell) {
      rejectUnknown(place, tree, cell);
    }
    return record;
  }

  /** Jackson accepts any key if a record has unwrapped components. */
  private void rejectUnknown(String place, ObjectNode tree, CellRecord cell)
      throws CorruptRecordException {
    JsonNode known = mapper.valueToTree(cell);
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      if (!known.has(entry.getKey()) && !entry.getValue().isNull()) {
        throw new CorruptRecordException(
            place, "not a valid record: unknown key \"" + entry.getKey() + "\"");
      }
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unknown error");
  }
}
