package org.mtlbench.engine.process;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/** The class path of this program, for starting further processes. */
public final class ProgramClassPath {
  private ProgramClassPath() {}

  /**
   * The class path as text. If a build tool runs the program in its own process, the classes come
   * from a class loader with URLs, while the class path is that of the tool.
   *
   * @param loader class loader of this program
   * @throws IllegalStateException if the program was loaded by a class loader of another kind
   */
  public static String of(ClassLoader loader) {
    if (loader == ClassLoader.getSystemClassLoader()) {
      return System.getProperty("java.class.path");
    }
    List<String> places = new ArrayList<>();
    if (loader instanceof URLClassLoader urls) {
      for (URL url : urls.getURLs()) {
        if (!url.getProtocol().equals("file")) {
          throw unknownClassPath(url.toString());
        }
        places.add(new File(URI.create(url.toString())).toString());
      }
      return String.join(File.pathSeparator, places);
    }
    throw unknownClassPath(String.valueOf(loader));
  }

  private static IllegalStateException unknownClassPath(String found) {
    return new IllegalStateException(
        "no class path for other processes: mtlbench-engine was loaded from "
            + found
            + ", expected jars or folders; start the program with java -cp");
  }
}
