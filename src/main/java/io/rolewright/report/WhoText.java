package io.rolewright.report;

import io.rolewright.analyze.who.WhoQuestion;
import io.rolewright.analyze.who.WhoRun;
import io.rolewright.reason.estate.Entrant;
import io.rolewright.reason.estate.Entrants;
import io.rolewright.reason.estate.NeedWords;
import io.rolewright.reason.estate.Passage;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Reach;
import io.rolewright.reason.estate.Reached;
import io.rolewright.report.Palette.Style;
import io.rolewright.rule.Estate;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who can, for people: whom the trust policy lets in, then the principals of the file. */
final class WhoText implements WhoReport {

  /** Of longer ways only so many steps are told. */
  private static final int MOST_SHOWN = 8;

  private final Palette palette;
  private final StringBuilder text = new StringBuilder(1024);
  private final Set<String> twins = new HashSet<>();
  private boolean begun;

  WhoText(Options options) {
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(WhoRun run, Writer out) throws IOException {
    for (WhoRun.OfRole of : run.roles()) {
      ofRole(of, run);
      drain(out);
    }
    if (run.doers().isPresent()) {
      doers(run.question().permission().orElseThrow(), run.doers().get(), run);
      drain(out);
    }
    for (Problem problem : run.problems()) {
      section();
      ProblemText.append(text, palette, problem);
      text.setLength(text.length() - 1);
    }
    drain(out);
    out.flush();
  }

  /** A blank line before every section but the first. */
  private void section() {
    if (begun) {
      text.append('\n');
    }
    begun = true;
  }

  private void drain(Writer out) throws IOException {
    out.append(text);
    text.setLength(0);
  }

  private void ofRole(WhoRun.OfRole of, WhoRun run) {
    section();
    Principal role = of.role();
    text.append(palette.paint(Style.STRONG, "role " + shown(role.arn())));
    text.append(role.world().isEmpty() ? "" : " " + Printable.of(role.world())).append('\n');
    text.append("   ").append(palette.paint(Style.GUTTER, "-->")).append(' ');
    text.append(Printable.of(role.origin().toString())).append("\n\n");
    entrants(of.entrants());
    if (run.principals() > 1) {
      section();
      text.append(palette.paint(Style.STRONG, "who of this file can assume it")).append('\n');
      reached(of.reached(), Optional.of(role), run);
    }
  }

  private void entrants(Entrants.Result entrants) {
    text.append(palette.paint(Style.STRONG, "whom its trust policy lets in")).append('\n');
    for (Entrant entrant : entrants.all()) {
      text.append("  - ").append(shown(entrant.who())).append('\n');
      for (String condition : entrant.conditions()) {
        text.append("      ").append(shown(condition)).append('\n');
      }
      if (!entrant.own().words().isEmpty()) {
        text.append("      ").append(entrant.own().words()).append('\n');
      }
      if (!entrant.isCertain()) {
        text.append("      depending on ").append(shown(joined(entrant.unknowns()))).append('\n');
      }
    }
    entrants
        .missing()
        .ifPresent(
            why -> text.append("  more, undecided because ").append(shown(why)).append('\n'));
    if (entrants.all().isEmpty() && entrants.missing().isEmpty()) {
      text.append("  nobody\n");
    }
  }

  private void doers(WhoQuestion.Permission permission, Reach.Result doers, WhoRun run) {
    section();
    String what = "who can " + permission.action() + " on " + permission.resource();
    text.append(palette.paint(Style.STRONG, shown(what))).append('\n');
    reached(doers, Optional.empty(), run);
  }

  private void reached(Reach.Result result, Optional<Principal> role, WhoRun run) {
    Set<String> names = new HashSet<>();
    twins.clear();
    for (Reached way : result.reached()) {
      String name = name(way.principal());
      if (!names.add(name)) {
        twins.add(name);
      }
    }
    for (Reached way : result.reached()) {
      way(way, role);
    }
    result
        .missing()
        .ifPresent(
            why -> text.append("  more, undecided because ").append(shown(why)).append('\n'));
    if (result.reached().isEmpty() && result.missing().isEmpty()) {
      text.append("  nobody\n");
    }
    text.append('\n').append(summary(result, role.isPresent(), run)).append('\n');
  }

  private void way(Reached way, Optional<Principal> role) {
    String name = name(way.principal());
    text.append("  - ").append(name);
    if (twins.contains(name)) {
      text.append(" (").append(shown(way.principal().arn())).append(')');
    }
    if (!way.principal().world().isEmpty()) {
      text.append(' ').append(Printable.of(way.principal().world()));
    }
    text.append(": ").append(way.isDirect() ? "directly" : path(way, role));
    if (way.isDirect()) {
      needs(way.passage()).forEach(need -> text.append(", ").append(need));
    }
    text.append('\n');
    if (!way.isDirect()) {
      steps(way);
    }
    doubts(way);
    if (!way.principal().complete()) {
      text.append("      not all of its policies are in the file\n");
    }
  }

  private static String path(Reached way, Optional<Principal> role) {
    List<String> names = new ArrayList<>();
    way.way(MOST_SHOWN).forEach(step -> names.add(Printable.of(step.principal().name())));
    if (way.steps() > MOST_SHOWN) {
      names.add("(" + (way.steps() - MOST_SHOWN) + " more)");
    }
    role.ifPresent(r -> names.add(Printable.of(r.name())));
    return String.join(" -> ", names);
  }

  /** What single steps of a way need, where they need something. */
  private void steps(Reached way) {
    for (Reached step : way.way(MOST_SHOWN)) {
      List<String> needs = needs(step.passage());
      if (!needs.isEmpty()) {
        String what = step.passage().request().resource();
        String lead = step.isDirect() && isCall(step) ? "      on " : "      to assume ";
        text.append(lead).append(shown(last(what))).append(": ");
        text.append(String.join(", ", needs)).append('\n');
      }
    }
  }

  /** Whether the step is what was asked for, and no role. */
  private static boolean isCall(Reached step) {
    return !step.passage().request().action().equals("sts:AssumeRole");
  }

  private static List<String> needs(Passage passage) {
    return NeedWords.of(passage).stream().map(WhoText::shown).toList();
  }

  private void doubts(Reached way) {
    for (Reached step : way.isCertain() ? List.<Reached>of() : way.way(MOST_SHOWN)) {
      Passage passage = step.passage();
      if (!passage.unknowns().isEmpty()) {
        text.append("      depending on ").append(shown(joined(passage.unknowns()))).append('\n');
      }
      passage
          .doubt()
          .ifPresent(
              why -> text.append("      undecided, because ").append(shown(why)).append('\n'));
    }
  }

  private String summary(Reach.Result result, boolean assuming, WhoRun run) {
    long direct = result.reached().stream().filter(Reached::isDirect).count();
    long others = result.reached().size() - direct;
    int asked = run.principals() - (assuming ? 1 : 0);
    String line =
        "%d of %d %s: %d directly, %d through other roles"
            .formatted(
                result.reached().size(),
                asked,
                asked == 1 ? "principal" : "principals",
                direct,
                others);
    return palette.paint(Style.STRONG, line);
  }

  private static String name(Principal principal) {
    return (principal.isRole() ? "role " : "user ") + Printable.of(principal.name());
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static String joined(List<String> names) {
    return String.join(", ", names);
  }

  /** An account of which only is known that it is the role's own is named so. */
  static String shown(String words) {
    return Printable.of(words.replace(Estate.UNNAMED_ACCOUNT, "<own account>"));
  }
}
