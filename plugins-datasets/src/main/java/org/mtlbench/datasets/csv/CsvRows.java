package org.mtlbench.datasets.csv;

import java.io.BufferedReader;
import java.io.FilterReader;
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
  /** The maximum number of characters of a row, which is held in memory before it is split. */
  static final int MAX_ROW = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvSource source;
  private final CsvConfig config;
  private final RowLimit limit;
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
    limit = new RowLimit(text(source));
    parser = CSVParser.builder().setReader(limit).setFormat(format).get();
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
        limit.startRow();
        if (!records.hasNext()) {
          return false;
        }
        record = records.next();
      } while (record.size() == 0 || (record.size() == 1 && record.get(0).isEmpty()));
      return true;
    } catch (UncheckedIOException e) {
      if (limit.exceeded()) {
        throw new InvalidConfigException(
            source.place(line()),
            "a row of more than " + MAX_ROW + " characters",
            "shorter rows; an unclosed quote makes the rest of the file one row");
      }
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

  /** Ends the input in a row that is too long, such as the rest of a file after a stray quote. */
  private static final class RowLimit extends FilterReader {
    private long read;

    RowLimit(Reader text) {
      super(text);
    }

    void startRow() {
      read = 0;
    }

    boolean exceeded() {
      return read > MAX_ROW;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      read += Math.max(0, count);
      if (exceeded()) {
        throw new IOException("the row is too long");
      }
      return count;
    }
  }
}
