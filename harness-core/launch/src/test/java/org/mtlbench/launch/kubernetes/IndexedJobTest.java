package org.mtlbench.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.launch.Profiles;
import org.mtlbench.launch.Resources;

/** Reads manifests with the classes that fabric8 generates from the API of Kubernetes. */
class IndexedJobTest {
  private static final String NASTY = "a 'b' \"c\" $(HOSTNAME) $$(X) ${Y} `d` \\ # : - \n{e}\t$";

  /** Fails on keys that a type does not have, which fabric8's classes would collect. */
  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Serial private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final List<String> ENTRIES =
      List.of(
          "image=registry.example/mtlbench:1",
          "volumes=[runs:/shared, data:/data]",
          "namespace=research",
          "node-labels=[pool=gpu]",
          "program=/opt/mtlbench/mtlbench",
          "cpus=2",
          "memory=4Gi",
          "parallel=8");

  /** The resources of {@code --resource} entries. */
  private static Resources resources(String... more) {
    List<String> entries = new ArrayList<>(ENTRIES);
    entries.addAll(List.of(more));
    return Profiles.read(Path.of("no profiles"), Optional.empty(), entries);
  }

  private static Job job(String run, String folder, int tasks, String... more)
      throws JsonProcessingException {
    return read(new IndexedJob(run, folder, resources(more), 1).yaml(tasks));
  }

  private static Job read(String yaml) throws JsonProcessingException {
    return STRICT.readValue(yaml, Job.class);
  }

  private static Container container(Job job) {
    List<Container> containers = job.getSpec().getTemplate().getSpec().getContainers();
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  @Test
  void manifestIsAnIndexedJobWithOnePodPerTask() throws JsonProcessingException {
    Job job = job("My run, 2", "/shared/my-run", 12);

    assertThat(job.getApiVersion()).isEqualTo("batch/v1");
    assertThat(job.getKind()).isEqualTo("Job");
    assertThat(job.getMetadata().getName()).isEqualTo("mtlbench-my-run-2");
    assertThat(job.getMetadata().getNamespace()).isEqualTo("research");
    JobSpec spec = job.getSpec();
    assertThat(spec.getCompletionMode()).isEqualTo("Indexed");
    assertThat(spec.getCompletions()).isEqualTo(12);
    assertThat(spec.getParallelism()).isEqualTo(8);
    assertThat(spec.getBackoffLimitPerIndex()).isEqualTo(3);
    // required with a limit per index
    assertThat(spec.getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    assertThat(container(job).getCommand()).containsExactly("/opt/mtlbench/mtlbench");
    assertThat(container(job).getArgs())
        .containsExactly("work", "/shared/my-run", "--index", "$(JOB_COMPLETION_INDEX)");
  }

  @Test
  void onlyFailuresThatAnotherPodCanChangeAreRepeated() throws JsonProcessingException {
    List<PodFailurePolicyRule> rules =
        job("run", "/shared/run", 12).getSpec().getPodFailurePolicy().getRules();

    assertThat(rules)
        .extracting(PodFailurePolicyRule::getAction)
        .containsExactly("Ignore", "FailIndex", "FailJob");
    assertThat(rules.get(0).getOnPodConditions().get(0).getType()).isEqualTo("DisruptionTarget");
    assertThat(rules.get(1).getOnExitCodes().getValues()).containsExactly(3);
    assertThat(rules.get(2).getOnExitCodes().getValues()).containsExactly(2);
    assertThat(rules.get(1).getOnExitCodes().getContainerName()).isEqualTo("work");
  }

  @Test
  void podsHaveRequestedResourcesAndVolumes() throws JsonProcessingException {
    Job job = job("run", "/shared/run", 2, "gpus=1", "time=3600");

    Map<String, Quantity> limits = container(job).getResources().getLimits();
    assertThat(limits)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cpu", new Quantity("2"),
                "memory", new Quantity("4Gi"),
                "nvidia.com/gpu", new Quantity("1")));
    assertThat(container(job).getResources().getRequests()).isEqualTo(limits);
    assertThat(job.getSpec().getParallelism()).as("no more than tasks").isEqualTo(2);
    assertThat(job.getSpec().getTemplate().getSpec().getActiveDeadlineSeconds()).isEqualTo(3600);
    PodSpec pod = job.getSpec().getTemplate().getSpec();
    assertThat(pod.getNodeSelector()).isEqualTo(Map.of("pool", "gpu"));
    assertThat(pod.getVolumes())
        .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
        .containsExactly("runs", "data");
    assertThat(container(job).getVolumeMounts())
        .extracting(mount -> mount.getName() + " " + mount.getMountPath())
        .containsExactly("volume-0 /shared", "volume-1 /data");
  }

  @Test
  void valuesFromOutsideReachTheProgramLiterally() throws JsonProcessingException {
    String folder = "/shared/" + NASTY;
    Job job = job(NASTY, folder, 2, "program=" + NASTY);

    assertThat(expanded(container(job).getCommand().get(0))).isEqualTo(NASTY);
    assertThat(expanded(container(job).getArgs().get(1))).isEqualTo(folder);
    assertThat(expanded(container(job).getArgs().get(3))).isEqualTo("<JOB_COMPLETION_INDEX>");
    assertThat(job.getMetadata().getAnnotations()).containsEntry("mtlbench.org/run", NASTY);
    assertThat(job.getMetadata().getName()).isEqualTo("mtlbench-a-b-c-hostname-x-y-d-e");
  }

  /** The expansion of Kubernetes: $$ gives $, $(NAME) the variable, other text is kept. */
  private static String expanded(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int end = text.indexOf(')', i);
      if (text.startsWith("$$", i)) {
        result.append('$');
        i++;
      } else if (text.startsWith("$(", i) && end > 0) {
        result.append('<').append(text, i + 2, end).append('>');
        i = end;
      } else {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Ours, mtlbench-ours",
    "'--', mtlbench",
    "ÄÖ, mtlbench",
    "a name that is much longer than the names of hosts may be, mtlbench-a-name-that-is-much-longer-than-the-names"
  })
  void namesAreValidNamesOfPods(String run, String name) {
    assertThat(IndexedJob.name(run)).isEqualTo(name).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    assertThat(name + "-100000-abcde").hasSizeLessThan(64);
  }

  @Test
  void defaultsAreOnePodPerTaskAtATimeAndProgramOfImage() throws JsonProcessingException {
    Resources few =
        Profiles.read(
            Path.of("no profiles"), Optional.empty(), List.of("image=i", "volumes=runs:/shared"));

    Job job = read(new IndexedJob("run", "/shared/run", few, 4).yaml(7));

    assertThat(job.getSpec().getParallelism()).isEqualTo(7);
    assertThat(container(job).getCommand()).containsExactly("mtlbench");
    assertThat(container(job).getResources().getRequests())
        .isEqualTo(Map.of("cpu", new Quantity("4")));
    assertThat(job.getMetadata().getNamespace()).isNull();
  }

  @Test
  void rejectsWhatKubernetesDoesNotHave() {
    assertThatThrownBy(
            () ->
                new IndexedJob(
                    "run",
                    "/sharedother/run",
                    resources("gpus=a100:1", "time=1:00", "partition=short", "prologue=[module x]"),
                    1))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll(
            "volumes", "/sharedother/run", "a100:1", "1:00", "partition", "prologue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image=an image",
        "volumes=[Runs:/shared]",
        "volumes=[runs:shared]",
        "namespace=Research",
        "node-labels=[pool]",
        "pod-folder=shared",
        "pod-retries=-1"
      })
  void rejectsInvalidValues(String entry) {
    assertThatThrownBy(() -> resources(entry))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(entry.substring(0, entry.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completionsMode: Indexed", "template: {spec: {restart: Never}}"})
  void readerOfThisTestRejectsUnknownKeys(String spec) {
    assertThatThrownBy(() -> read("kind: Job\nspec: {" + spec + "}"))
        .isInstanceOf(UnrecognizedPropertyException.class);
  }
}
