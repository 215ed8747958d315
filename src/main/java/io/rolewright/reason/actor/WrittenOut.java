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

  /** Fixed text so long stands nowhere else in a subject. */
  private static final int TELLING = 4;

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
      written.add(text, segment -> segment.level() == Level.PROJECT);
      written.addAnywhere(text, WrittenOut::isId);
    }
    return written;
  }

  /** Refs, environments, events. */
  static WrittenOut refs(List<TokenForm> forms, List<Text> texts) {
    WrittenOut written = new WrittenOut(forms);
    for (Text text : texts) {
      written.add(text, WrittenOut::isRef);
      written.addAnywhere(text, WrittenOut::isRef);
      forms.forEach(form -> written.addTail(form, text));
    }
    return written;
  }

  static boolean isRef(Segment segment) {
    return segment.level() == Level.REF
        || segment.level() == Level.ENVIRONMENT
        || segment.level() == Level.EVENT;
  }

  /** Whether it names a project by itself. */
  static boolean isId(Segment segment) {
    return segment.level() == Level.PROJECT && segment.letters().isUnique();
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

  /** At the beginning, or where a claim begins that the customer has put behind another. */
  private void add(Text text, Predicate<Segment> wanted) {
    for (TokenForm form : forms) {
      if (form.segments().stream().anyMatch(wanted)) {
        new Walk(form, text, wanted).add(0, 0, new Pattern.Builder());
        String start = ":" + form.pieces().get(0).text();
        for (int part = 0; start.length() > TELLING && part < text.parts().size(); part++) {
          String letters = letters(text, part);
          for (int at = letters.indexOf(start); at >= 0; at = letters.indexOf(start, at + 1)) {
            Pattern.Builder any = new Pattern.Builder().run().character(':');
            new Walk(form, text, wanted).add(part, at + 1, any);
          }
        }
      }
    }
  }

  private static String letters(Text text, int part) {
    return part >= 0
            && part < text.parts().size()
            && text.parts().get(part) instanceof TextPart.Literal literal
        ? literal.value()
        : "";
  }

  /** Goes along form and text together, up to the last segment that is wanted. */
  private final class Walk {

    private final List<Piece> pieces;
    private final Text text;
    private final Predicate<Segment> wanted;
    private int part;
    private int at;
    private long left;

    Walk(TokenForm form, Text text, Predicate<Segment> wanted) {
      this.pieces = form.pieces();
      this.text = text;
      this.wanted = wanted;
      this.left = form.segments().stream().filter(wanted).count();
    }

    void add(int fromPart, int from, Pattern.Builder into) {
      part = fromPart;
      at = from;
      boolean fits = true;
      for (int i = 0; i < pieces.size() && left > 0 && fits; i++) {
        String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
        Optional<Segment> segment = pieces.get(i).segment();
        fits = segment.isPresent() ? name(segment.get(), next, into) : fixed(pieces.get(i), into);
      }
    }

    private boolean fixed(Piece piece, Pattern.Builder into) {
      String fixed = piece.text();
      // why: a test may pay no heed to letter case
      boolean fits = letters(text, part).regionMatches(true, at, fixed, 0, fixed.length());
      at += piece.text().length();
      into.characters(piece.text());
      return fits;
    }

    private boolean name(Segment segment, String next, Pattern.Builder into) {
      left -= wanted.test(segment) ? 1 : 0;
      if (isOpenNumber(segment, next)) {
        part += 2;
        at = 0;
        into.oneWithoutColon().runWithoutColon();
        return left > 0 || finish(next, true, into);
      }
      String letters = letters(text, part);
      int end = end(segment, next, letters, at);
      boolean ends = end < letters.length();
      boolean fits = end > at && !(ends && next.isEmpty());
      into.characters(letters.substring(Math.min(at, end), end));
      at = end;
      boolean full = ends || part == text.parts().size() - 1;
      return fits && (left > 0 || finish(next, full, into));
    }

    /** A number that only comes with a name, as in {@code acme@*}, may be any. */
    private boolean isOpenNumber(Segment segment, String next) {
      return segment.letters() == Letters.NUMBER
          && at > 0
          && at == letters(text, part).length()
          && part + 2 < text.parts().size()
          && text.parts().get(part + 1) instanceof TextPart.AnyRun
          && !next.isEmpty()
          && letters(text, part + 2).startsWith(next.substring(0, 1));
    }

    private boolean finish(String next, boolean full, Pattern.Builder into) {
      WrittenOut.this.finish(next, full, into);
      return true;
    }
  }

  private void finish(String next, boolean full, Pattern.Builder into) {
    Set<Pattern> set = full ? whole : begun;
    set.add(into.build());
    if (!next.isEmpty()) {
      set.add(into.character(next.charAt(0)).run().build());
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

  /** Behind the fixed text that stands in front of the segment, if that tells it from others. */
  private void addAnywhere(Text text, Predicate<Segment> wanted) {
    for (TokenForm form : forms) {
      List<Piece> pieces = form.pieces();
      for (int i = 1; i < pieces.size(); i++) {
        Optional<Segment> segment = pieces.get(i).segment().filter(wanted);
        String before = pieces.get(i - 1).text();
        if (segment.isPresent() && before.length() >= TELLING) {
          String next = i + 1 < pieces.size() ? pieces.get(i + 1).text() : "";
          addBehind(before, segment.get(), next, text);
        }
      }
    }
  }

  private void addBehind(String before, Segment segment, String next, Text text) {
    for (int part = 0; part < text.parts().size(); part++) {
      String letters = letters(text, part);
      for (int at = letters.indexOf(before); at >= 0; at = letters.indexOf(before, at + 1)) {
        int start = at + before.length();
        int end = end(segment, next, letters, start);
        if (end > start) {
          boolean full = end < letters.length() || part == text.parts().size() - 1;
          String found = before + letters.substring(start, end);
          finish(next, full, new Pattern.Builder().run().characters(found));
        }
      }
    }
  }

  /** What has no ref is told from others by its end, as {@code :pull_request} is. */
  private void addTail(TokenForm form, Text text) {
    String tail = tail(form);
    if (!tail.isEmpty() && letters(text, text.parts().size() - 1).endsWith(tail)) {
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

  /** Whether a form tells refs apart. */
  static boolean tellsRefs(TokenForm form) {
    Predicate<Segment> ref = WrittenOut::isRef;
    return form.segments().stream().anyMatch(ref) || !tail(form).isEmpty();
  }
}
