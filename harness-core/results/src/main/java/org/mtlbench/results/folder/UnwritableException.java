package org.mtlbench.results.folder;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file of a run cannot be written, for example because the disk is full or read-only. */
public final class UnwritableException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception with a one-line message. */
  public UnwritableException(String message) {
    super(message);
  }

  private UnwritableException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Creates the exception with the file and the system's reason.
   *
   * @param file the target file, not a temporary one
   */
  public static UnwritableException of(Path file, IOException cause) {
    return cause instanceof UnwritableException known
        ? known
        : new UnwritableException("cannot write " + file + ": " + reason(cause), cause);
  }

  /** The system's reason, in a few words. */
  public static String reason(IOException cause) {
    if (cause instanceof UnwritableException && cause.getCause() instanceof IOException deeper) {
      return reason(deeper);
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "the file or its folder does not exist";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    if (cause instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (cause instanceof DirectoryNotEmptyException) {
      return "a folder is in its place";
    }
    if (cause instanceof FileSystemLoopException) {
      return "a circle of links";
    }
    String known =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    if (known == null) {
      return "the system gave no reason";
    }
    return known.equals("Is a directory") ? "a folder is in its place" : known;
  }
}
