package io.rolewright.reason.access;

import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patterns of one list, by service: so that few are compared with a pattern. */
final class ActionIndex {

  private final List<ActionGlob> all = new ArrayList<>();
  private final Map<String, List<ActionGlob>> byService = new HashMap<>();

  ActionIndex(Language language) {
    this(language.patterns());
  }

  ActionIndex(Iterable<Pattern> patterns) {
    for (Pattern pattern : patterns) {
      ActionGlob glob = ActionGlob.of(pattern);
      all.add(glob);
      byService.computeIfAbsent(glob.service(), none -> new ArrayList<>()).add(glob);
    }
  }

  List<ActionGlob> all() {
    return all;
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
