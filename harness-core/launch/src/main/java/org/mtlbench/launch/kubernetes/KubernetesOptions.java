package org.mtlbench.launch.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtlbench.api.config.Checks;
import org.mtlbench.toolbox.config.Default;

/**
 * What the user chooses for an Indexed Job.
 *
 * @param image the container image, which contains the program
 * @param program path or name of the launcher script in the image
 * @param namespace namespace of the job; that of the user's context if empty
 * @param volumes volumes that contain the run folder, the data and plugins; at least one
 * @param cpu processors of a pod as a quantity, for example {@code 1} or {@code 500m}
 * @param memory memory of a pod as a quantity, for example {@code 4Gi}
 * @param gpus NVIDIA GPUs of a pod, at least 0
 * @param parallelism maximum number of pods at the same time, at least 1
 * @param retries how often the pod of a task may fail by its own fault before the task is given up,
 *     at least 0
 * @param nodeSelector labels of the nodes on which pods run
 * @param environment environment variables of the pods, passed literally
 */
public record KubernetesOptions(
    String image,
    @Default("\"mtlbench\"") String program,
    Optional<String> namespace,
    List<Volume> volumes,
    @Default("\"1\"") String cpu,
    @Default("\"4Gi\"") String memory,
    @Default("0") int gpus,
    @Default("1000") int parallelism,
    @Default("3") int retries,
    @Default("{}") Map<String, String> nodeSelector,
    @Default("{}") Map<String, String> environment) {
  /** Names of most objects: RFC 1123 labels. */
  static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern QUANTITY =
      Pattern.compile("\\d+(\\.\\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NO_SPACE = Pattern.compile("[^\\s\\p{Cntrl}]+");

  /**
   * A volume.
   *
   * @param claim name of the persistent volume claim
   * @param mountPath absolute path in the pods
   */
  public record Volume(String claim, String mountPath) {}

  /**
   * Checks the values.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException naming every value that is not allowed
   */
  public KubernetesOptions {
    volumes = List.copyOf(volumes);
    nodeSelector = Map.copyOf(nodeSelector);
    environment = Map.copyOf(environment);
    Checks checks =
        Checks.start()
            .that(matches(NO_SPACE, image), "image", image, "the name of an image")
            .that(!program.isBlank(), "program", program, "a path in the image")
            .that(
                namespace.map(name -> matches(LABEL, name)).orElse(true),
                "namespace",
                namespace.orElse(""),
                "lower case letters, digits and hyphens, at most 63")
            .that(!volumes.isEmpty(), "volume", "none", "at least one, CLAIM:PATH")
            .that(matches(QUANTITY, cpu), "cpu", cpu, "a quantity, for example 1 or 500m")
            .that(matches(QUANTITY, memory), "memory", memory, "a quantity, for example 4Gi")
            .that(gpus >= 0, "gpus", String.valueOf(gpus), "0 or more")
            .that(parallelism >= 1, "parallelism", String.valueOf(parallelism), "1 or more")
            .that(retries >= 0, "retries", String.valueOf(retries), "0 or more");
    for (Volume volume : volumes) {
      checks
          .that(
              matches(SUBDOMAIN, volume.claim()),
              "volume",
              volume.claim(),
              "the name of a persistent volume claim")
          .that(
              volume.mountPath().startsWith("/") && !volume.mountPath().contains(":"),
              "volume",
              volume.mountPath(),
              "an absolute path without a colon");
    }
    for (String name : environment.keySet()) {
      checks.that(matches(VARIABLE, name), "environment", name, "letters, digits and underscores");
    }
    checks.finish();
  }

  private static boolean matches(Pattern pattern, String value) {
    return pattern.matcher(value).matches();
  }
}
