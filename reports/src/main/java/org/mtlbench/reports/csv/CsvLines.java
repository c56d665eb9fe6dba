package org.mtlbench.reports.csv;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Comma-separated values (RFC 4180): fields are quoted where necessary, and in some other cases;
 * lines end with CR LF.
 */
final class CsvLines {
  // Jackson's strict quoting check is off: it does not quote line feeds.
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final CsvSchema PLAIN =
      CsvSchema.emptySchema().withLineSeparator("\r\n").withoutHeader();

  private CsvLines() {}

  /**
   * Renders the lines.
   *
   * @param lines the lines, the header first
   */
  static String of(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (SequenceWriter writer = MAPPER.writer(PLAIN).writeValues(text)) {
      writer.writeAll(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
