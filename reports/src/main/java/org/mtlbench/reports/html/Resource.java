package org.mtlbench.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file embedded in the page.
 *
 * @param content its content
 */
record Resource(String content) {
  static Resource read(String name) throws IOException {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource " + name + " is not in the program");
      }
      return new Resource(new String(in.readAllBytes(), UTF_8));
    }
  }

  /** The source expression of this resource for a content security policy. */
  String policySource() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
