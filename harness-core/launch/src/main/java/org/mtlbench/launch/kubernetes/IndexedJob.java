package org.mtlbench.launch.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mtlbench.api.config.Checks;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Resources;

/**
 * An Indexed Job that carries out the tasks of a run folder, one pod per task.
 *
 * <p>A pod that fails is replaced by another one with the same index, which resumes from the
 * checkpoint. Pods that the cluster removed (preemption, drained or failed nodes) do not count as
 * failures. A task whose cell failed is not repeated, since {@code work} has already retried what a
 * retry can help; a rejected command line ends the job.
 *
 * <p>Kubernetes replaces {@code $(NAME)} in commands and arguments; every value from outside has
 * its {@code $} doubled, which Kubernetes turns back into one.
 */
public final class IndexedJob {
  /** The name of the manifest in the run folder. */
  public static final String FILE = "kubernetes.yaml";

  private static final String CONTAINER = "work";
  private static final String INDEX = "$(JOB_COMPLETION_INDEX)";

  /** Time for a checkpoint after TERM. */
  private static final int GRACE_SECONDS = 120;

  /** Names of pods, which are hostnames, end with the index and have at most 63 characters. */
  private static final int MAX_NAME = 50;

  private static final int BAD_INPUT = 2;
  private static final int CELL_FAILED = 3;
  private static final Pattern QUANTITY =
      Pattern.compile("\\d+(\\.\\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

  private final String run;
  private final String folder;
  private final Resources resources;
  private final int cpus;

  /**
   * Creates a job.
   *
   * @param run name of the run, any text
   * @param folder absolute path of the run folder in the pods
   * @param resources with an image
   * @param threads threads of a cell
   * @throws org.mtlbench.api.config.InvalidConfigException if the folder is in no volume, or a
   *     resource cannot be expressed for Kubernetes
   */
  IndexedJob(String run, String folder, Resources resources, int threads) {
    this.run = run;
    this.folder = folder;
    this.resources = resources;
    this.cpus = resources.cpus() == 0 ? threads : resources.cpus();
    String elsewhere = "nothing for Kubernetes; it belongs into the image or the cluster";
    Checks.start()
        .that(
            resources.kubernetes().volumes().stream().anyMatch(this::contains),
            "volumes",
            resources.kubernetes().volumes(),
            "one with the run folder " + folder + ", CLAIM:PATH")
        .that(
            fits(QUANTITY, resources.memory()),
            "memory",
            resources.memory().orElse(""),
            "such as 4Gi")
        .that(
            fits(COUNT, resources.gpus()),
            "gpus",
            resources.gpus().orElse(""),
            "a number for Kubernetes")
        .that(
            fits(COUNT, resources.time()),
            "time",
            resources.time().orElse(""),
            "seconds for Kubernetes")
        .that(
            resources.partition().isEmpty(),
            "partition",
            resources.partition().orElse(""),
            elsewhere)
        .that(resources.account().isEmpty(), "account", resources.account().orElse(""), elsewhere)
        .that(
            resources.constraint().isEmpty(),
            "constraint",
            resources.constraint().orElse(""),
            "node-labels")
        .that(resources.prologue().isEmpty(), "prologue", resources.prologue(), elsewhere)
        .that(resources.options().isEmpty(), "options", resources.options(), elsewhere)
        .finish();
  }

  /** The job of a launch. */
  public static IndexedJob of(Launch launch) {
    return new IndexedJob(
        launch.plan().name(),
        launch
            .resources()
            .kubernetes()
            .podFolder()
            .orElseGet(() -> launch.options().out().toAbsolutePath().normalize().toString()),
        launch.resources(),
        launch.options().threads());
  }

  private static boolean fits(Pattern pattern, Optional<String> value) {
    return value.map(text -> pattern.matcher(text).matches()).orElse(true);
  }

  private boolean contains(String volume) {
    String mount = pathOf(volume);
    return (folder + "/").startsWith(mount.endsWith("/") ? mount : mount + "/");
  }

  private static String claimOf(String volume) {
    return volume.substring(0, volume.indexOf(':'));
  }

  private static String pathOf(String volume) {
    return volume.substring(volume.indexOf(':') + 1);
  }

  /**
   * The manifest in YAML, for {@code kubectl apply -f}.
   *
   * @param tasks number of tasks, at least 1
   */
  public String yaml(int tasks) {
    YAMLMapper mapper =
        new YAMLMapper(
            YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build());
    try {
      return mapper.writeValueAsString(manifest(tasks));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the manifest cannot be written as YAML", e);
    }
  }

  private JobManifest manifest(int tasks) {
    int parallel = resources.parallel() == 0 ? tasks : Math.min(resources.parallel(), tasks);
    return new JobManifest(
        new JobManifest.Metadata(
            name(run),
            resources.kubernetes().namespace().orElse(""),
            Map.of("mtlbench.org/run", run)),
        new JobManifest.JobSpec(
            "Indexed",
            tasks,
            parallel,
            resources.kubernetes().podRetries(),
            new JobManifest.PodFailurePolicy(rules()),
            new JobManifest.PodTemplate(pod())));
  }

  /** A name of a Kubernetes object: what is not allowed becomes a hyphen. */
  static String name(String run) {
    String plain = run.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = "mtlbench-" + plain.replaceAll("^-|-$", "");
    return name.substring(0, Math.min(MAX_NAME, name.length())).replaceAll("-+$", "");
  }

  private static List<JobManifest.Rule> rules() {
    return List.of(
        new JobManifest.ConditionRule(
            "Ignore", List.of(new JobManifest.OnPodCondition("DisruptionTarget", "True"))),
        exit("FailIndex", CELL_FAILED),
        exit("FailJob", BAD_INPUT));
  }

  private static JobManifest.Rule exit(String action, int code) {
    return new JobManifest.ExitCodeRule(
        action, new JobManifest.OnExitCodes(CONTAINER, "In", List.of(code)));
  }

  private JobManifest.PodSpec pod() {
    List<JobManifest.Volume> volumes = new ArrayList<>();
    List<JobManifest.VolumeMount> mounts = new ArrayList<>();
    for (String volume : resources.kubernetes().volumes()) {
      String name = "volume-" + volumes.size();
      volumes.add(new JobManifest.Volume(name, new JobManifest.VolumeClaim(claimOf(volume))));
      mounts.add(new JobManifest.VolumeMount(name, pathOf(volume)));
    }
    Map<String, String> nodes = new TreeMap<>();
    for (String label : resources.kubernetes().nodeLabels()) {
      nodes.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
    }
    return new JobManifest.PodSpec(
        "Never",
        GRACE_SECONDS,
        resources.time().map(Long::parseLong).orElse(0L),
        nodes,
        List.of(
            new JobManifest.Container(
                CONTAINER,
                resources.kubernetes().image().orElseThrow(),
                program(),
                List.of("work", literal(folder), "--index", INDEX),
                podResources(),
                mounts)),
        volumes);
  }

  /** The program of this machine is not that of the image. */
  private List<String> program() {
    return resources.program().isEmpty()
        ? List.of("mtlbench")
        : resources.program().stream().map(IndexedJob::literal).toList();
  }

  /** As much as requested and no more, so that pods do not disturb one another's measurements. */
  private JobManifest.Resources podResources() {
    Map<String, String> quantities = new LinkedHashMap<>();
    quantities.put("cpu", String.valueOf(cpus));
    resources.memory().ifPresent(memory -> quantities.put("memory", memory));
    resources.gpus().ifPresent(gpus -> quantities.put("nvidia.com/gpu", gpus));
    return new JobManifest.Resources(quantities, quantities);
  }

  /** A value that Kubernetes passes on as it is. */
  static String literal(String value) {
    return value.replace("$", "$$");
  }
}
