package io.rolewright.reason.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patterns of one list, by service: so that few are compared with a pattern. */
final class ActionIndex {

  private final List<ActionGlob> all;
  private final Map<String, List<ActionGlob>> byService = new HashMap<>();

  ActionIndex(List<ActionGlob> globs) {
    all = globs;
    for (ActionGlob glob : globs) {
      byService.computeIfAbsent(glob.service(), none -> new ArrayList<>()).add(glob);
    }
  }

  /** Those that may fit an action that {@code glob} fits. */
  List<ActionGlob> near(ActionGlob glob) {
    if (glob.service().isEmpty()) {
      return all;
    }
    List<ActionGlob> near = new ArrayList<>(byService.getOrDefault(glob.service(), List.of()));
    near.addAll(byService.getOrDefault("", List.of()));
    return near;
  }
}
