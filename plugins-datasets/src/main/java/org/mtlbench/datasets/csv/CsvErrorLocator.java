package org.mtlbench.datasets.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.csv.CSVException;
import org.mtlbench.api.config.Problem;

/** Finds the location of the error in a CSV file that cannot be parsed. */
final class CsvErrorLocator {
  private static final int MAX_LINE_BYTES = 4 * CsvRows.MAX_ROW;

  private CsvErrorLocator() {}

  /**
   * Describes an error with its location.
   *
   * @param failure exception of the parser
   * @param line first line of the row that could not be parsed, counted from 1
   */
  static Problem locate(CsvSource source, CsvConfig config, IOException failure, long line) {
    try {
      if (failure instanceof CharacterCodingException) {
        return undecodable(source, config.delimiterCharacter());
      }
      if (failure instanceof CSVException) {
        String cell = Integer.toString(badlyQuotedCell(source, config, line));
        return String.valueOf(failure.getMessage()).contains("EOF")
            ? new Problem(source.place(line, cell), "an unclosed quote", "a closing quote")
            : new Problem(
                source.place(line, cell),
                "text after a closing quote",
                "a delimiter (a quote within a text is written as two quotes)");
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return CsvRows.unreadable(source, failure).problems().get(0);
  }

  /** Locates the first byte that is not UTF-8, with its line and cell. */
  private static Problem undecodable(CsvSource source, char delimiter) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source.path()))) {
      for (long line = 1; ; line++) {
        byte[] bytes = line(in);
        if (line == 1 && isUtf16(bytes)) {
          return new Problem(source.place(1, "1"), "text in UTF-16", "text in UTF-8");
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(input, text, true).isError() || bytes.length == 0) {
          long cell = 1 + text.flip().chars().filter(c -> c == delimiter).count();
          String found =
              input.hasRemaining()
                  ? String.format("the byte 0x%02x", input.get(input.position()))
                  : "an incomplete character";
          return new Problem(source.place(line, Long.toString(cell)), found, "text in UTF-8");
        }
      }
    }
  }

  private static boolean isUtf16(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return first == 0xfeff || first == 0xfffe;
  }

  /**
   * The bytes up to and including the next line feed, at most those of a row; empty at the end of
   * the file.
   */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < MAX_LINE_BYTES) {
      line.write(next);
      next = in.read();
    }
    if (next >= 0) {
      line.write(next);
    }
    return line.toByteArray();
  }

  /**
   * The number of the cell, counted from 1, that has an unclosed quote or text after a closing
   * quote.
   */
  private static int badlyQuotedCell(CsvSource source, CsvConfig config, long line)
      throws IOException {
    char quote = config.quote().charAt(0);
    try (BufferedReader text = Files.newBufferedReader(source.path())) {
      for (long skipped = 1; skipped < line; skipped++) {
        text.readLine();
      }
      int cell = 1;
      boolean atCellStart = true;
      boolean closed = false;
      int next = text.read();
      while (next >= 0) {
        if (next == config.delimiterCharacter()) {
          cell++;
          atCellStart = true;
          closed = false;
        } else if (next == quote && atCellStart) {
          atCellStart = false;
          closed = true;
          if (!skipQuoted(text, quote)) {
            return cell;
          }
        } else if (!Character.isWhitespace(next)) {
          atCellStart = false;
          if (closed) {
            return cell;
          }
        }
        next = text.read();
      }
      return cell;
    }
  }

  /** Reads up to the closing quote; returns false if there is none. */
  private static boolean skipQuoted(Reader text, char quote) throws IOException {
    int next = text.read();
    while (next >= 0) {
      if (next == quote) {
        text.mark(1);
        if (text.read() != quote) {
          text.reset();
          return true;
        }
      }
      next = text.read();
    }
    return false;
  }
}
