package org.mtlbench.engine.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.SchemaException;

/** Recognises errors that a user can fix. */
public final class KnownErrors {
  /** The C library's message when the limit of open files is reached. */
  private static final String TOO_MANY_FILES = "Too many open files";

  private KnownErrors() {}

  /**
   * The error that a user can fix; empty for an error of the program or a plugin.
   *
   * @param thrown the exception, possibly wrapped in an unchecked one
   */
  public static Optional<HarnessException> of(Throwable thrown) {
    if (thrown instanceof HarnessException known) {
      return Optional.of(known);
    }
    if (thrown instanceof UncheckedIOException wrapped) {
      return of(wrapped.getCause());
    }
    return thrown instanceof IOException e ? Optional.ofNullable(storage(e)) : Optional.empty();
  }

  private static HarnessException storage(IOException thrown) {
    if (String.valueOf(thrown.getMessage()).contains(TOO_MANY_FILES)) {
      return storage(
          "the limit of open files is reached (" + TOO_MANY_FILES + ")",
          "Raise the limit, for example: ulimit -n 1024",
          thrown);
    }
    if (thrown instanceof UnwritableException) {
      return storage(
          thrown.getMessage(),
          "Finished cells are kept; when the cause is gone, the same command resumes the run",
          thrown);
    }
    if (thrown instanceof SchemaException) {
      return storage(thrown.getMessage(), "Use the version of mtlbench that wrote it", thrown);
    }
    if (thrown instanceof CorruptRecordException) {
      return storage(thrown.getMessage(), "", thrown);
    }
    if (thrown instanceof FileSystemException file && file.getFile() != null) {
      return storage(
          "cannot use " + file.getFile() + ": " + UnwritableException.reason(file), "", thrown);
    }
    return null;
  }

  private static HarnessException storage(String message, String hint, IOException cause) {
    return new HarnessException(ErrorCategory.STORAGE, message, hint, cause);
  }
}
