package org.mtlbench.datasets.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Checksums of a stream of bytes. Older datasets are published with MD5 or SHA-1.
 *
 * @param md5 32 lower-case hexadecimal digits
 * @param sha1 40 lower-case hexadecimal digits
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ContentChecksums(String md5, String sha1, String sha256) {

  /** Reads a stream to its end and computes its checksums. */
  public static ContentChecksums of(InputStream in) throws IOException {
    Running running = new Running(in);
    running.stream().transferTo(OutputStream.nullOutputStream());
    return running.sums();
  }

  /** Computes checksums while a stream is read elsewhere. */
  public static final class Running {
    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest sha256 = digest("SHA-256");
    private final InputStream stream;

    /** Computes the checksums of what will be read from {@link #stream}. */
    public Running(InputStream in) {
      stream =
          new DigestInputStream(
              new DigestInputStream(new DigestInputStream(in, md5), sha1), sha256);
    }

    /** The stream to read instead of the original. */
    public InputStream stream() {
      return stream;
    }

    /** The checksums of everything read; must be called only once. */
    public ContentChecksums sums() {
      HexFormat hex = HexFormat.of();
      return new ContentChecksums(
          hex.formatHex(md5.digest()),
          hex.formatHex(sha1.digest()),
          hex.formatHex(sha256.digest()));
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
