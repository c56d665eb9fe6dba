package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mtlbench.results.event.Event;

/**
 * The epochs that led to a cell's result, or to where it stands. A cell that was started again may
 * have trained an epoch twice; the later one counts, and what followed the earlier one is dropped.
 *
 * @param epochs in the order of training
 */
public record TrainingHistory(List<Event.EpochEnded> epochs) {
  /** Keeps a copy of the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /**
   * A phase on the axis of all epochs.
   *
   * @param name the method's name for it
   * @param first its first epoch, counted from 1 over all phases
   * @param last its last epoch so far
   */
  public record Span(String name, int first, int last) {
    /** Epochs in it. */
    public int epochs() {
      return last - first + 1;
    }
  }

  /** From a cell's events, all of them or those so far. */
  public static TrainingHistory of(List<Event> events) {
    List<Event.EpochEnded> epochs = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.EpochEnded epoch) {
        String key = epoch.epoch() + " " + epoch.phase();
        int place = places.getOrDefault(key, epochs.size());
        // Trained again: everything from there on is of an attempt that counts no more.
        while (epochs.size() > place) {
          Event.EpochEnded dropped = epochs.remove(epochs.size() - 1);
          places.remove(dropped.epoch() + " " + dropped.phase());
        }
        places.put(key, place);
        epochs.add(epoch);
      }
    }
    return new TrainingHistory(epochs);
  }

  /** The phases in order. */
  public List<Span> phases() {
    List<Span> spans = new ArrayList<>();
    int first = 1;
    for (int i = 1; i <= epochs.size(); i++) {
      if (i == epochs.size() || !epochs.get(i).phase().equals(epochs.get(i - 1).phase())) {
        spans.add(new Span(epochs.get(i - 1).phase(), first, i));
        first = i + 1;
      }
    }
    return spans;
  }

  /** Names of the tasks that have a loss or a score, in order. */
  List<String> tasks() {
    Set<String> tasks = new LinkedHashSet<>();
    for (Event.EpochEnded epoch : epochs) {
      tasks.addAll(epoch.losses().tasks());
      tasks.addAll(epoch.scores().tasks());
    }
    return List.copyOf(tasks);
  }

  /** The epoch whose model was kept, counted from 1 over all phases; 0 if there is none. */
  int kept() {
    for (int i = epochs.size() - 1; i >= 0; i--) {
      if (epochs.get(i).best()) {
        return i + 1;
      }
    }
    return 0;
  }
}
