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

/** Computes the SHA-256 of a stream while it is read, as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final InputStream stream;

  /** Starts a checksum of the bytes read from {@link #stream}. */
  public Sha256(InputStream in) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    stream = new DigestInputStream(in, digest);
  }

  /** The stream to read in place of the given one. */
  public InputStream stream() {
    return stream;
  }

  /** The checksum of the bytes read so far; may be called only once. */
  public String sum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The checksum of a stream, read to its end. */
  public static String of(InputStream in) throws IOException {
    Sha256 running = new Sha256(in);
    running.stream().transferTo(OutputStream.nullOutputStream());
    return running.sum();
  }

  /** The checksum of the bytes of a file. */
  public static String of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return of(in);
    }
  }
}
