package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mtlbench.results.event.Event;

/**
 * The epochs that led to a cell's result, or to its current state. A cell that was restarted may
 * have trained an epoch twice; the later attempt counts, and everything after the earlier one is
 * dropped.
 *
 * @param epochs epochs in the order of training
 */
public record TrainingHistory(List<Event.EpochEnded> epochs) {
  /** Makes a defensive copy of the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /**
   * The epochs of a phase on the axis of all epochs.
   *
   * @param name name of the phase
   * @param first its first epoch, counted from 1 over all phases
   * @param last its last epoch so far
   */
  public record Span(String name, int first, int last) {
    /** The number of epochs. */
    public int epochs() {
      return last - first + 1;
    }
  }

  /** Builds the history from the events of a cell, finished or not. */
  public static TrainingHistory of(List<Event> events) {
    List<Event.EpochEnded> epochs = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.EpochEnded epoch) {
        String key = epoch.epoch() + " " + epoch.phase();
        int place = places.getOrDefault(key, epochs.size());
        // The epoch was trained again: drop everything of the earlier attempt from here on.
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

  /** The epoch of the selected model, counted from 1 over all phases; 0 if there is none. */
  int kept() {
    for (int i = epochs.size() - 1; i >= 0; i--) {
      if (epochs.get(i).best()) {
        return i + 1;
      }
    }
    return 0;
  }
}
