package org.mtlbench.datasets.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a stream that somebody else reads. Sums are 64 lower-case hexadecimal digits. */
public final class Sha256 {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final InputStream stream;

  /** Sums up what will be read from {@link #stream}. */
  public Sha256(InputStream in) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    stream = new DigestInputStream(in, digest);
  }

  /** The stream to read instead. */
  public InputStream stream() {
    return stream;
  }

  /** The sum of what has been read; to be asked for once. */
  public String sum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The sum of a stream, which is read to its end. */
  public static String of(InputStream in) throws IOException {
    Sha256 running = new Sha256(in);
    running.stream().transferTo(OutputStream.nullOutputStream());
    return running.sum();
  }

  /** The sum of a file's bytes as they are. */
  public static String of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return of(in);
    }
  }
}
