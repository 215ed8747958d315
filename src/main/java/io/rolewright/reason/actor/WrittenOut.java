package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Letters;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Piece;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What texts of policies write out of a claim: projects with all that stands in front of them, refs
 * with what stands right in front. {@code repo:acme/app:*} names the repository {@code acme/app} in
 * full, {@code repo:acme/app*} begins a name, {@code repo:acme/*} names none.
 */
final class WrittenOut {

  private final List<TokenForm> forms;
  private final Set<Pattern> whole = new TreeSet<>();
  private final Set<Pattern> begun = new TreeSet<>();

  private WrittenOut(List<TokenForm> forms) {
    this.forms = forms;
  }

  /** Projects. */
  static WrittenOut projects(List<TokenForm> forms, List<Text> texts) {
    WrittenOut written = new WrittenOut(forms);
    for (Text text : texts) {
      written.addProjects(text);
    }
    return written;
  }

  /** Refs, environments, events. */
  static WrittenOut refs(List<TokenForm> forms, List<Text> texts) {
    WrittenOut written = new WrittenOut(forms);
    for (Text text : texts) {
      written.each(text, written::addRefs);
    }
    return written;
  }

  /** What the policies name in full. */
  Language inFull() {
    return Language.of(whole);
  }

  /** The same and what they begin to name, which is none that nobody knows. */
  List<Pattern> all() {
    Set<Pattern> all = new TreeSet<>(whole);
    all.addAll(begun);
    return List.copyOf(all);
  }

  /**
   * Letters that a policy writes out without a wildcard.
   *
   * @param first whether the text begins with them
   * @param last whether it ends with them
   */
  private record Run(String letters, boolean first, boolean last) {}

  /** Takes one form and one run of letters. */
  private interface Taking {
    void take(TokenForm form, Run run);
  }

  private void each(Text text, Taking taking) {
    List<TextPart> parts = text.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof TextPart.Literal literal) {
        Run run = new Run(literal.value(), i == 0, i == parts.size() - 1);
        forms.forEach(form -> taking.take(form, run));
      }
    }
  }

  /** At the beginning, or where a claim begins that the customer has put behind another. */
  private void addProjects(Text text) {
    for (TokenForm form : forms) {
      if (form.has(Level.PROJECT)) {
        new Walk(form, text, 0).add(new Pattern.Builder());
        String start = ":" + form.pieces().get(0).text();
        for (int part = 0; start.endsWith(":") && part < text.parts().size(); part++) {
          addInner(form, text, part, start);
        }
      }
    }
  }

  private void addInner(TokenForm form, Text text, int part, String start) {
    if (text.parts().get(part) instanceof TextPart.Literal literal) {
      String letters = literal.value();
      for (int at = letters.indexOf(start); at >= 0; at = letters.indexOf(start, at + 1)) {
        new Walk(form, text, part).from(at + 1).add(new Pattern.Builder().run().character(':'));
      }
    }
  }

  /** Goes along form and text together, up to the last segment that names the project. */
  private final class Walk {

    private final List<Piece> pieces;
    private final List<TextPart> parts;
    private int part;
    private int at;
    private long left;

    Walk(TokenForm form, Text text, int part) {
      this.pieces = form.pieces();
      this.parts = text.parts();
      this.part = part;
      this.left = form.segments().stream().filter(s -> s.level() == Level.PROJECT).count();
    }

    Walk from(int start) {
      at = start;
      return this;
    }

    void add(Pattern.Builder into) {
      boolean fits = true;
      for (int i = 0; i < pieces.size() && left > 0 && fits; i++) {
        String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
        Optional<Segment> segment = pieces.get(i).segment();
        fits = segment.isPresent() ? name(segment.get(), next, into) : text(pieces.get(i), into);
      }
    }

    private String letters() {
      return part < parts.size() && parts.get(part) instanceof TextPart.Literal literal
          ? literal.value()
          : "";
    }

    private boolean text(Piece piece, Pattern.Builder into) {
      boolean fits = letters().startsWith(piece.text(), at);
      at += piece.text().length();
      into.characters(piece.text());
      return fits;
    }

    private boolean name(Segment segment, String next, Pattern.Builder into) {
      left -= segment.level() == Level.PROJECT ? 1 : 0;
      if (isOpenNumber(segment, next)) {
        part += 2;
        at = 0;
        into.oneWithoutColon().runWithoutColon();
        return left > 0 || end(next, true, into);
      }
      int end = WrittenOut.end(segment, next, letters(), at);
      boolean some = end > at;
      into.characters(letters().substring(Math.min(at, end), end));
      at = end;
      boolean full = end < letters().length() || part == parts.size() - 1;
      return some && (left > 0 || end(next, full, into));
    }

    /** A number that only comes with a name, as in {@code acme@*}, may be any. */
    private boolean isOpenNumber(Segment segment, String next) {
      return segment.letters() == Letters.NUMBER
          && at > 0
          && at == letters().length()
          && part + 2 < parts.size()
          && parts.get(part + 1) instanceof TextPart.AnyRun
          && parts.get(part + 2) instanceof TextPart.Literal literal
          && (next.isEmpty() || literal.value().charAt(0) == next.charAt(0));
    }

    private boolean end(String next, boolean full, Pattern.Builder into) {
      Set<Pattern> set = full ? whole : begun;
      set.add(into.build());
      set.add(into.character(next.isEmpty() ? ':' : next.charAt(0)).run().build());
      return true;
    }
  }

  /** Up to the next fixed text if that is there, and as far as the letters may be in it. */
  private static int end(Segment segment, String next, String letters, int from) {
    int known = next.isEmpty() ? -1 : letters.indexOf(next, from + 1);
    int most = known < 0 ? letters.length() : known;
    int end = from;
    while (end < most && segment.letters().admit(letters.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Each segment has its name behind the fixed text in front of it, wherever that stands. */
  private void addRefs(TokenForm form, Run run) {
    List<Piece> pieces = form.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).segment().filter(WrittenOut::isRef).isPresent()) {
        String before = i > 0 ? pieces.get(i - 1).text() : "";
        String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
        addRef(pieces.get(i).segment().get(), before, next, run);
      }
    }
    addTail(form, run);
  }

  static boolean isRef(Segment segment) {
    return segment.level() == Level.REF
        || segment.level() == Level.ENVIRONMENT
        || segment.level() == Level.EVENT;
  }

  private void addRef(Segment segment, String before, String next, Run run) {
    String letters = run.letters();
    boolean anywhere = !before.isEmpty();
    for (int at = anywhere ? letters.indexOf(before) : run.first() ? 0 : -1;
        at >= 0;
        at = anywhere ? letters.indexOf(before, at + 1) : -1) {
      int start = at + before.length();
      int end = end(segment, next, letters, start);
      if (end > start) {
        add(anywhere, before + letters.substring(start, end), next, run, end);
      }
    }
  }

  /** What has no ref is told from others by its end, as {@code :pull_request} is. */
  private void addTail(TokenForm form, Run run) {
    String tail = tail(form);
    if (!tail.isEmpty() && run.last() && run.letters().endsWith(tail)) {
      whole.add(new Pattern.Builder().run().characters(tail).build());
    }
  }

  /** The fixed text at the end of a form that has no segment for a ref; empty if there is none. */
  static String tail(TokenForm form) {
    Piece last = form.pieces().get(form.pieces().size() - 1);
    return form.segments().stream().noneMatch(WrittenOut::isRef)
            && form.has(Level.PROJECT)
            && form.pieces().size() > 1
        ? last.text()
        : "";
  }

  /** Builds a pattern of what begins so, or of what has the letters anywhere. */
  private void add(boolean anywhere, String letters, String next, Run run, int end) {
    boolean full = end < run.letters().length() || run.last();
    Set<Pattern> into = full ? whole : begun;
    into.add(begin(anywhere).characters(letters).build());
    char separator = next.isEmpty() ? ':' : next.charAt(0);
    into.add(begin(anywhere).characters(letters).character(separator).run().build());
  }

  private static Pattern.Builder begin(boolean anywhere) {
    return anywhere ? new Pattern.Builder().run() : new Pattern.Builder();
  }

  /** Whether a form tells refs apart. */
  static boolean tellsRefs(TokenForm form) {
    Predicate<Segment> ref = WrittenOut::isRef;
    return form.segments().stream().anyMatch(ref) || !tail(form).isEmpty();
  }
}
