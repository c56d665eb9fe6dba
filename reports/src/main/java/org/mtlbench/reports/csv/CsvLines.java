package org.mtlbench.reports.csv;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Lines of comma-separated values (RFC 4180): fields are quoted where they have to be and in some
 * more cases, lines end with a carriage return and a line feed.
 */
final class CsvLines {
  // Not the strict check for quoting: it lets line feeds through.
  private static final CsvMapper MAPPER = new CsvMapper();
  private static final CsvSchema PLAIN =
      CsvSchema.emptySchema().withLineSeparator("\r\n").withoutHeader();

  private CsvLines() {}

  /** The lines, the first being the header. */
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
