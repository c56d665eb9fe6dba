package org.mtlbench.engine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the output of a process and keeps the beginning and the end of the part after the last
 * separator.
 */
final class OutputTail {
  /** The byte between the output of different jars: RS, the record separator of ASCII. */
  static final int SEPARATOR = 0x1e;

  private static final int HEAD = 16 * 1024;
  private static final int TAIL = 48 * 1024;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] ring = new byte[TAIL];
  private long total;

  /** Starts reading a stream in a new thread. */
  static OutputTail follow(InputStream stream) {
    OutputTail tail = new OutputTail();
    Thread reader = new Thread(() -> tail.read(stream), "output of plugins");
    reader.setDaemon(true);
    reader.start();
    return tail;
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        add(buffer, n);
      }
    } catch (IOException e) {
      // the pipe broke; the output so far is kept
      return;
    }
  }

  synchronized void add(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == SEPARATOR) {
        head.reset();
        total = 0;
      } else if (head.size() < HEAD) {
        head.write(bytes[i]);
      } else {
        ring[(int) (total % TAIL)] = bytes[i];
        total++;
      }
    }
  }

  /** The output so far, with a line in place of the omitted part. */
  synchronized String text() {
    int kept = (int) Math.min(total, TAIL);
    byte[] end = new byte[kept];
    for (int i = 0; i < kept; i++) {
      end[i] = ring[(int) ((total - kept + i) % TAIL)];
    }
    String between = total > kept ? "\n... " + (total - kept) + " bytes left out ...\n" : "";
    return head.toString(StandardCharsets.UTF_8)
        + between
        + new String(end, StandardCharsets.UTF_8);
  }
}
