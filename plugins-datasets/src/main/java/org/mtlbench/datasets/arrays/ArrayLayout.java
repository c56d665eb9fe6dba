package org.mtlbench.datasets.arrays;

import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.augmentation.MapKind;

/**
 * The folders of a split: one for the images and one per task for the labels, with files of the same
 * names.
 *
 * @param image folder of the images
 * @param maps sources of the labels, in the order of the tasks
 */
record ArrayLayout(String image, List<MapSource> maps) {
  ArrayLayout {
    maps = List.copyOf(maps);
  }

  List<Task> tasks() {
    return maps.stream().map(MapSource::asTask).toList();
  }

  List<MapKind> kinds() {
    return maps.stream().map(MapSource::kind).toList();
  }

  /** The names of all folders, starting with that of the images. */
  List<String> folders() {
    return Stream.concat(Stream.of(image), maps.stream().map(MapSource::folder)).toList();
  }
}
