package io.rolewright.simulate.validity;

import io.rolewright.model.Defect;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one policy. */
final class Complaints {

  private final List<Defect> defects = new ArrayList<>();

  void add(Defect.Kind kind, Origin at, String message, String fix) {
    defects.add(new Defect(kind, at, message, fix));
  }

  void add(Defect defect) {
    defects.add(defect);
  }

  /** All, sorted by place. */
  List<Defect> inWrittenOrder() {
    List<Defect> sorted = new ArrayList<>(defects);
    sorted.sort((a, b) -> Origin.BY_PLACE.compare(a.at(), b.at()));
    return List.copyOf(sorted);
  }
}
