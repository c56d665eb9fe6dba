package org.mtlbench.engine.plugins;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in one line why a plugin failed. */
public final class Reasons {
  private Reasons() {}

  /** The reason behind an exception; Guice's pages of advice are cut to their messages. */
  public static String of(Throwable failure) {
    if (failure instanceof CreationException e) {
      return messages(e.getErrorMessages());
    }
    if (failure instanceof ProvisionException e) {
      return messages(e.getErrorMessages());
    }
    if (failure instanceof ConfigurationException e) {
      return messages(e.getErrorMessages());
    }
    if (failure instanceof ExceptionInInitializerError e && e.getCause() != null) {
      return "its static initialiser threw " + of(e.getCause());
    }
    String text = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return firstLine(text == null || text.isBlank() ? kind : kind + ": " + text);
  }

  private static String messages(Collection<Message> messages) {
    return messages.stream()
        .map(m -> m.getCause() == null ? firstLine(m.getMessage()) : of(m.getCause()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text).strip();
  }
}
