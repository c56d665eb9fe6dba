package org.mtlbench.engine.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a process prints, however much it is. Of what came after the last separator it keeps
 * the beginning and the end.
 */
final class OutputTail {
  /** The byte between the output of different jars: RS, the record separator of ASCII. */
  static final int SEPARATOR = 0x1e;

  private static final int HEAD = 16 * 1024;
  private static final int TAIL = 48 * 1024;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] ring = new byte[TAIL];
  private long total;

  /** Starts to read a stream on a thread of its own. */
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
      // the pipe broke; what was read is kept
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

  /** What was printed so far, with a line in place of what is left out. */
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
