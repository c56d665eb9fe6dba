package org.mtlbench.engine.library;

/**
 * A jar in a Maven repository.
 *
 * @param group group id
 * @param name artefact id
 * @param version version
 * @param classifier classifier; empty for none
 * @param bytes size of the jar
 * @param sha256 SHA-256 of the jar in hexadecimal digits
 */
record MavenArtefact(
    String group, String name, String version, String classifier, long bytes, String sha256) {
  /** The file name. */
  String file() {
    return name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  /** The path below the root of a repository. */
  String path() {
    return group.replace('.', '/') + "/" + name + "/" + version + "/" + file();
  }

  /** The dependency in a pom, without the artefact's own dependencies. */
  String dependency() {
    return "<dependency><groupId>"
        + group
        + "</groupId><artifactId>"
        + name
        + "</artifactId><version>"
        + version
        + "</version>"
        + (classifier.isEmpty() ? "" : "<classifier>" + classifier + "</classifier>")
        + "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>"
        + "</exclusions></dependency>";
  }
}
