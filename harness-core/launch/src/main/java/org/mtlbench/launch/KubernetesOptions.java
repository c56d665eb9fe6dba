package org.mtlbench.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** What a Kubernetes job needs in addition to other {@link Resources}. */
public record KubernetesOptions(
    @ConfigKey(
            "container image with the program; with an image, the launcher 'print' prints the"
                + " manifest of an Indexed Job")
        Optional<String> image,
    @ConfigKey(
            "persistent volume claims with their paths in the pods, for example runs:/shared;"
                + " one must contain the run folder")
        List<String> volumes,
    @ConfigKey("path of the run folder in the pods; that on this machine if empty")
        Optional<String> podFolder,
    @ConfigKey("how often the pod of a task may fail by its own fault") int podRetries,
    @ConfigKey("labels of the nodes to use, for example pool=gpu") List<String> nodeLabels,
    @ConfigKey("namespace of the job; that of the current context if empty")
        Optional<String> namespace) {
  /** Nothing requested. */
  public static final KubernetesOptions NONE =
      new KubernetesOptions(
          Optional.empty(), List.of(), Optional.empty(), 3, List.of(), Optional.empty());

  private static final int MAX_RETRIES = 1000;
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][\\w.:/@-]*");
  private static final Pattern VOLUME = Pattern.compile("[a-z0-9]([-.a-z0-9]*[a-z0-9])?:/[^:]*");
  private static final Pattern NODE_LABEL =
      Pattern.compile("[A-Za-z0-9]([\\w./-]*[A-Za-z0-9])?=([A-Za-z0-9]([\\w.-]*[A-Za-z0-9])?)?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /**
   * Checks the values.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming the keys
   */
  public KubernetesOptions {
    volumes = List.copyOf(volumes);
    nodeLabels = List.copyOf(nodeLabels);
    Checks checks =
        Checks.start()
            .that(all(IMAGE, image.stream().toList()), "image", image.orElse(""), "an image's name")
            .that(
                all(VOLUME, volumes),
                "volumes",
                volumes,
                "CLAIM:PATH, the name of a claim and an absolute path without a colon")
            .that(
                podFolder.map(folder -> folder.startsWith("/")).orElse(true),
                "pod-folder",
                podFolder.orElse(""),
                "an absolute path")
            .that(
                podRetries >= 0 && podRetries <= MAX_RETRIES,
                "pod-retries",
                podRetries,
                "a whole number from 0 to " + MAX_RETRIES)
            .that(all(NODE_LABEL, nodeLabels), "node-labels", nodeLabels, "KEY=VALUE")
            .that(
                all(NAMESPACE, namespace.stream().toList()),
                "namespace",
                namespace.orElse(""),
                "lower-case letters, digits and hyphens, at most 63");
    checks.finish();
  }

  private static boolean all(Pattern pattern, List<String> values) {
    return values.stream().allMatch(value -> pattern.matcher(value).matches());
  }
}
