package org.mtlbench.reports.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.results.json.ResultsJson;

/**
 * The tables of a report as JSON Lines, one object per row: {@code schema}, {@code table} with the
 * table's id, then one key per column. Texts are strings; numbers are objects with {@code value}
 * and, if there is a 95 % confidence interval, {@code half-width}, in the table's units; unknown
 * values are omitted. {@code notes} is an array of strings. The arrays {@code flags} and {@code
 * cells} come last.
 */
public final class JsonLinesTables {
  /** The version of the rows. */
  public static final int SCHEMA = 2;

  private static final String NOTES = "notes";

  private JsonLinesTables() {}

  /** Renders the whole file. */
  public static String render(List<Table> tables) throws IOException {
    JsonMapper mapper = ResultsJson.newMapper();
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      for (Row row : table.rows()) {
        text.append(mapper.writeValueAsString(line(mapper, table, row))).append('\n');
      }
    }
    return text.toString();
  }

  private static ObjectNode line(JsonMapper mapper, Table table, Row row) {
    ObjectNode line = mapper.createObjectNode();
    line.put("schema", SCHEMA);
    line.put("table", table.id());
    ArrayNode notes = mapper.createArrayNode();
    for (int i = 0; i < row.entries().size(); i++) {
      Column column = table.columns().get(i);
      Entry entry = row.entries().get(i);
      entry.notes().forEach(number -> notes.add(table.footnotes().get(number - 1)));
      if (column.id().equals(NOTES)) {
        if (!entry.text().isEmpty()) {
          notes.insert(0, entry.text());
        }
      } else if (column.align() == Column.Align.LEFT) {
        line.put(column.id(), entry.text());
      } else if (entry.isNumber()) {
        ObjectNode number = line.putObject(column.id());
        number.put("value", entry.value().getAsDouble());
        entry.halfWidth().ifPresent(width -> number.put("half-width", width));
      }
    }
    line.set(NOTES, notes);
    ArrayNode flags = line.putArray("flags");
    row.flags().forEach(flag -> flags.add(flag.displayName()));
    ArrayNode cells = line.putArray("cells");
    row.cells().forEach(cells::add);
    return line;
  }
}
