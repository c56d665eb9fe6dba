package org.mtlbench.datasets.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mtlbench.api.config.InvalidConfigException;

/** Iterates over the rows of a file with their line numbers; skips blank lines. */
final class CsvRows implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvSource source;
  private final CsvConfig config;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private CSVRecord record;
  private long line;

  private CsvRows(CsvSource source, CsvConfig config) throws IOException {
    this.source = source;
    this.config = config;
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(config.delimiterCharacter())
            .setQuote(config.quote().charAt(0))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    parser = CSVParser.builder().setReader(text(source)).setFormat(format).get();
    records = parser.iterator();
  }

  /**
   * Opens a file.
   *
   * @throws InvalidConfigException if the file is missing or cannot be read
   */
  static CsvRows open(CsvSource source, CsvConfig config) {
    if (!Files.isRegularFile(source.path())) {
      String found = Files.exists(source.path()) ? "a folder at " : "no file at ";
      throw new InvalidConfigException(
          source.place(),
          found + source.path(),
          "a CSV file in the data folder (set with --data-dir)");
    }
    try {
      return new CsvRows(source, config);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  static InvalidConfigException unreadable(CsvSource source, IOException failure) {
    return new InvalidConfigException(
        source.place(), "a file that cannot be read: " + failure.getMessage(), "a readable file");
  }

  private static Reader text(CsvSource source) throws IOException {
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(source.path()),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      // the parser will report it again, with its location
      return text;
    }
  }

  /**
   * Advances to the next row.
   *
   * @return whether there is one
   * @throws InvalidConfigException if the file is broken from here on
   */
  boolean next() {
    try {
      do {
        line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return false;
        }
        record = records.next();
      } while (record.size() == 0 || (record.size() == 1 && record.get(0).isEmpty()));
      return true;
    } catch (UncheckedIOException e) {
      throw new InvalidConfigException(
          List.of(CsvErrorLocator.locate(source, config, e.getCause(), line)));
    }
  }

  /** The row. */
  CSVRecord record() {
    return record;
  }

  /** The first line of the row, from 1. */
  int line() {
    return Math.toIntExact(line);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }
}
