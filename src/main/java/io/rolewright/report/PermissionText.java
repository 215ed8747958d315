package io.rolewright.report;

import io.rolewright.analyze.effective.Permission;
import io.rolewright.analyze.effective.Permission.Actions;
import io.rolewright.analyze.effective.PermissionList;
import io.rolewright.catalog.AccessLevel;
import io.rolewright.model.Statement;
import io.rolewright.report.Palette.Style;
import io.rolewright.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists of permissions for people. A short line stands on one row; of a longer one the actions,
 * resources and conditions stand on rows of their own, and what is too long even there ends in
 * three dots.
 */
final class PermissionText {

  private static final int WIDTH = 96;
  private static final int MOST_SERVICES = 12;
  private static final int MOST_LETTERS = 400;
  private static final int MOST_STATEMENTS = 4;
  private static final String INDENT = "      ";

  private final StringBuilder text;
  private final Palette palette;
  private final int most;

  /**
   * @param most so many lines are told, the others counted
   */
  PermissionText(StringBuilder text, Palette palette, int most) {
    this.text = text;
    this.palette = palette;
    this.most = most;
  }

  /** Appends the lines; then what keeps them from being all. */
  void append(PermissionList list) {
    List<Permission> lines = list.lines();
    lines.stream().limit(most).forEach(this::line);
    if (lines.size() > most) {
      row("    ", "…and " + (lines.size() - most) + " more; `--format json` has all");
    }
    list.missing().ifPresent(why -> row("    ", "not known to be all: " + why));
    if (!list.unknowns().isEmpty()) {
      row("    ", "not known here: " + String.join(", ", list.unknowns()));
    }
  }

  private void line(Permission line) {
    String actions = actions(line.services());
    List<String> rest = new ArrayList<>(List.of(line.resources()));
    rest.addAll(joined(line.conditions()));
    String sources = "by " + sources(line.statements());
    String whole = actions + " " + String.join(" ", rest);
    if (whole.length() + sources.length() + 8 <= WIDTH) {
      start(printable(whole) + palette.paint(Style.QUIET, "  " + Printable.of(sources)));
    } else {
      if (whole.length() + 4 <= WIDTH) {
        start(printable(whole));
      } else {
        start(printable(actions));
        rest.forEach(part -> row(INDENT, cut(part, MOST_LETTERS)));
      }
      text.append(INDENT).append(palette.paint(Style.QUIET, Printable.of(sources))).append('\n');
    }
    doubts(line);
  }

  private void doubts(Permission line) {
    if (!line.example().unknowns().isEmpty()) {
      row(INDENT, "hangs on what is not known: " + String.join(", ", line.example().unknowns()));
    }
    line.example().doubt().ifPresent(why -> row(INDENT, "not confirmed by a request: " + why));
  }

  private static List<String> joined(List<String> conditions) {
    return conditions.isEmpty() ? List.of() : List.of(String.join(" and ", conditions));
  }

  /** One service's actions in a row; those of many services begin with what they are. */
  private static String actions(List<Actions> services) {
    if (services.size() == 1) {
      return all(services.get(0), MOST_LETTERS);
    }
    List<String> rows = new ArrayList<>();
    rows.add("actions of " + services.size() + " services:");
    services.stream().limit(MOST_SERVICES).forEach(one -> rows.add("  " + all(one, WIDTH - 24)));
    if (services.size() > MOST_SERVICES) {
      rows.add(
          "  …and of "
              + (services.size() - MOST_SERVICES)
              + " services more; `--format json` has all");
    }
    return String.join("\n", rows);
  }

  /** A list with what fits; the rest is not shown. */
  private static String cut(String list, int letters) {
    int end = list.length() <= letters ? -1 : list.lastIndexOf(", ", letters);
    return end < 0 ? list : list.substring(0, end) + ", …";
  }

  private static String all(Actions actions, int letters) {
    String between = actions.shown().stream().anyMatch(a -> a.contains(" ")) ? "; " : ", ";
    return cut(String.join(between, actions.shown()), letters) + levels(actions.levels());
  }

  private static String levels(List<AccessLevel> levels) {
    if (levels.isEmpty()) {
      return "";
    }
    return levels.size() == AccessLevel.values().length
        ? " [every level]"
        : levels.stream().map(PermissionText::shown).collect(Collectors.joining(", ", " [", "]"));
  }

  private static String shown(AccessLevel level) {
    return JsonPieces.word(level).replace('-', ' ');
  }

  private static String sources(List<Statement> statements) {
    if (statements.isEmpty()) {
      return "no statement that was found";
    }
    String named =
        statements.stream()
            .limit(MOST_STATEMENTS)
            .map(PermissionText::source)
            .collect(Collectors.joining(", "));
    int more = statements.size() - MOST_STATEMENTS;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String source(Statement statement) {
    String file = statement.origin().file().name();
    Position at = statement.origin().start();
    String place =
        statement.origin().file().isUnread() ? file : file + ":" + at.line() + ":" + at.column();
    return statement.sid().map(sid -> place + " (" + sid.shown() + ")").orElse(place);
  }

  private void start(String line) {
    text.append("  - ").append(line.replace("\n", "\n" + INDENT)).append('\n');
  }

  private void row(String indent, String line) {
    text.append(indent).append(printable(line)).append('\n');
  }

  private static String printable(String lines) {
    return lines.lines().map(Printable::of).collect(Collectors.joining("\n"));
  }
}
