package io.rolewright.report;

import io.rolewright.analyze.effective.EffectiveRun;
import io.rolewright.analyze.effective.RolePermissions;
import io.rolewright.report.Palette.Style;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;

/** What a role can do, for people: the lines, what is not known, what was not looked at. */
final class EffectiveText implements EffectiveReport {

  private final Palette palette;

  EffectiveText(Options options) {
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(EffectiveRun run, Writer out) throws IOException {
    StringBuilder text = new StringBuilder(4096);
    run.permissions().ifPresent(permissions -> append(text, permissions));
    for (Problem problem : run.problems()) {
      if (problem.severity() != Problem.Severity.NOTE) {
        ProblemText.append(text, palette, problem);
      }
    }
    out.append(text);
    out.flush();
  }

  private void append(StringBuilder text, RolePermissions permissions) {
    String role = permissions.role().name().shown();
    String world = permissions.role().world();
    String of = "role " + role + (world.isEmpty() ? "" : ", " + world);
    text.append(palette.paint(Style.STRONG, Printable.of(heading(permissions, of)))).append("\n\n");
    new PermissionText(text, palette, Integer.MAX_VALUE).append(permissions.list());
    text.append(permissions.list().isNothing() ? "" : "\n");
    for (String gap : permissions.gaps()) {
      text.append(palette.paint(Style.GRAVE, "incomplete: "))
          .append(Printable.of(gap))
          .append('\n');
    }
    for (String note : permissions.notes()) {
      text.append(palette.paint(Style.QUIET, "note: ")).append(Printable.of(note)).append('\n');
    }
  }

  private static String heading(RolePermissions permissions, String role) {
    if (permissions.list().isNothing()) {
      return permissions.gaps().isEmpty()
          ? "a session of " + role + " can do nothing"
          : "no permission of " + role + " is known";
    }
    return permissions.isComplete()
        ? "a session of " + role + " can:"
        : "a session of " + role + " can, as far as is known:";
  }
}
