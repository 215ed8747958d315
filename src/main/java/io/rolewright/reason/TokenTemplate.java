package io.rolewright.reason;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Letters;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes values of a claim, as the issuer writes it, in which some segments are somebody's whom
 * nobody knows.
 *
 * <p>Asked for a value that a pattern matches, it looks for one in which every such segment takes
 * part in a wildcard. {@code repo:acme*} admits {@code repo:acme-stranger/…}, {@code repo:acme/*}
 * admits no other owner.
 */
public final class TokenTemplate {

  /** One character of fixed text, or a segment of at least one character. */
  private record Atom(char literal, Optional<Segment> segment) {}

  /** Half of it at least are characters, runs being joined: no claim of a token is so long. */
  private static final int LONGEST = 1_000;

  /** In a pattern, besides characters: any text, any character, and what nobody knows. */
  private static final int RUN = -1;

  private static final int ONE = -2;
  private static final int OPEN = -3;

  private final List<Atom> atoms = new ArrayList<>();

  private TokenTemplate(TokenForm form) {
    for (TokenForm.Piece piece : form.pieces()) {
      piece.text().chars().forEach(c -> atoms.add(new Atom((char) c, Optional.empty())));
      piece.segment().ifPresent(segment -> atoms.add(new Atom('\0', Optional.of(segment))));
    }
  }

  /** A template of a form. */
  public static TokenTemplate of(TokenForm form) {
    return new TokenTemplate(form);
  }

  /**
   * A pattern that every value fits. Segments are said to hold no colon where they hold none; that
   * they hold no other separators is left open, so that it fits more than the issuer makes.
   */
  public Pattern shape() {
    return shape(atoms, new Pattern.Builder()).build();
  }

  /**
   * Patterns of which each value fits one that has a name in such a segment.
   *
   * @param which the segments
   */
  public List<Pattern> with(String name, Predicate<Segment> which) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      Optional<Segment> segment = atoms.get(i).segment().filter(which);
      if (segment.isPresent() && isIn(segment.get(), name)) {
        Pattern.Builder named = shape(atoms.subList(0, i), new Pattern.Builder());
        named.characters(name);
        boolean more = i + 1 < atoms.size();
        patterns.add((more ? named.character(atoms.get(i + 1).literal()).run() : named).build());
      }
    }
    return patterns;
  }

  private static boolean isIn(Segment segment, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!segment.letters().admit(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static Pattern.Builder shape(List<Atom> atoms, Pattern.Builder into) {
    for (Atom atom : atoms) {
      if (atom.segment().isEmpty()) {
        into.character(atom.literal());
      } else if (atom.segment().get().letters().admit(':')) {
        into.one().run();
      } else {
        into.oneWithoutColon().runWithoutColon();
      }
    }
    return into;
  }

  /** A value of which such segments are somebody's whom nobody knows. */
  public String sample(Predicate<Segment> fresh) {
    StringBuilder whole = new StringBuilder();
    for (Atom atom : atoms) {
      atom.segment()
          .ifPresentOrElse(
              segment -> whole.append(sample(segment, fresh.test(segment))),
              () -> whole.append(atom.literal()));
    }
    return whole.toString();
  }

  private static String sample(Segment segment, boolean fresh) {
    if (segment.example().isPresent()) {
      return segment.example().get();
    }
    boolean tenant = segment.level() == Level.TENANT;
    return switch (segment.letters()) {
      case NUMBER -> tenant ? "999999999" : "888888888";
      case UUID -> (tenant ? "9" : "8").repeat(8) + "-9999-4999-8999-999999999999";
      case URL -> "github.com/stranger/stranger";
      case NAME, PATH, TEXT, REST -> fresh ? Strangers.NAME : usual(segment);
    };
  }

  private static String usual(Segment segment) {
    if (segment.letters() == Letters.REST) {
      return "ref:refs/heads/main";
    }
    return switch (segment.level()) {
      case REF -> "main";
      case ENVIRONMENT -> "production";
      case EVENT -> "push";
      default -> Strangers.NAME;
    };
  }

  /** The same that the pattern matches, if there is one. */
  public Optional<String> matching(Text pattern, Predicate<Segment> fresh) {
    boolean hopeless = !pattern.hasWildcard() && atoms.stream().anyMatch(a -> isOne(a, fresh));
    int[] glob = hopeless ? new int[0] : glob(pattern);
    return hopeless || glob.length > LONGEST
        ? Optional.empty()
        : new Search(glob, fresh).from(0, 0, false, 0);
  }

  /** Character by character, neighbouring runs being one. */
  private static int[] glob(Text pattern) {
    IntStream.Builder glob = IntStream.builder();
    boolean run = false;
    for (TextPart part : pattern.parts()) {
      boolean again = run && part instanceof TextPart.AnyRun;
      run = part instanceof TextPart.AnyRun;
      if (part instanceof TextPart.Literal literal) {
        literal.value().chars().forEach(glob::add);
      } else if (!again) {
        glob.add(run ? RUN : part instanceof TextPart.AnyOne ? ONE : OPEN);
      }
    }
    return glob.build().toArray();
  }

  private static boolean isOne(Atom atom, Predicate<Segment> which) {
    return atom.segment().filter(which).isPresent();
  }

  /** Walks pattern and template side by side. */
  private final class Search {

    /** Where the walk is: in the pattern, in the template, inside a segment, segments left open. */
    private record State(int glob, int atom, boolean inside, int free, boolean freeHere) {}

    private final int[] glob;
    private final Predicate<Segment> fresh;
    private final int needed;
    private final BitSet failed = new BitSet();

    Search(int[] glob, Predicate<Segment> fresh) {
      this.glob = glob;
      this.fresh = fresh;
      this.needed = (int) atoms.stream().filter(a -> a.segment().filter(fresh).isPresent()).count();
    }

    Optional<String> from(int g, int t, boolean inside, int free) {
      return walk(new State(g, t, inside, free, false));
    }

    private Optional<String> walk(State s) {
      int number = number(s);
      if (failed.get(number)) {
        return Optional.empty();
      }
      failed.set(number);
      if (s.atom == atoms.size()) {
        return isRuns(s.glob) && s.free == needed ? Optional.of("") : Optional.empty();
      }
      Optional<Segment> segment = atoms.get(s.atom).segment();
      if (segment.filter(x -> x.letters() == Letters.REST && !s.freeHere).isPresent()) {
        return inSegment(s, segment.get()).or(() -> skipRun(s));
      }
      return skipRun(s).or(() -> segment.isPresent() ? inSegment(s, segment.get()) : literal(s));
    }

    private int number(State s) {
      int number = (s.glob * (atoms.size() + 1) + s.atom) * (needed + 1) + s.free;
      return number * 4 + (s.inside ? 2 : 0) + (s.freeHere ? 1 : 0);
    }

    private boolean isRuns(int from) {
      for (int i = from; i < glob.length; i++) {
        if (glob[i] != RUN) {
          return false;
        }
      }
      return true;
    }

    /** As soon as it may, the walk goes on to what the pattern says next. */
    private Optional<String> skipRun(State s) {
      return at(s) == RUN
          ? walk(new State(s.glob + 1, s.atom, s.inside, s.free, s.freeHere))
          : Optional.empty();
    }

    private Optional<String> literal(State s) {
      char c = atoms.get(s.atom).literal();
      int part = at(s);
      if (part != RUN && part != ONE && part != c) {
        return Optional.empty();
      }
      int next = part == RUN ? s.glob : s.glob + 1;
      return walk(new State(next, s.atom + 1, false, s.free, false)).map(rest -> c + rest);
    }

    private Optional<String> inSegment(State s, Segment segment) {
      Optional<String> stay = stay(s, segment, at(s));
      if (stay.isPresent() || !s.inside) {
        return stay;
      }
      int free = s.free + (s.freeHere && fresh.test(segment) ? 1 : 0);
      return walk(new State(s.glob, s.atom + 1, false, free, false));
    }

    /** The segment goes on with what the pattern has here. */
    private Optional<String> stay(State s, Segment segment, int part) {
      if (part == RUN && !s.freeHere) {
        String sample = sample(segment, s.inside || fresh.test(segment));
        boolean joined = s.inside && segment.letters().admit('-') && !isSeparated(s);
        String text = joined ? "-" + sample : sample;
        return walk(new State(s.glob, s.atom, true, s.free, true)).map(rest -> text + rest);
      }
      if (part == ONE) {
        char any = segment.letters().admit('x') ? 'x' : '9';
        return walk(new State(s.glob + 1, s.atom, true, s.free, true)).map(rest -> any + rest);
      }
      if (part >= 0 && segment.letters().admit((char) part)) {
        return walk(new State(s.glob + 1, s.atom, true, s.free, s.freeHere))
            .map(rest -> (char) part + rest);
      }
      return Optional.empty();
    }

    private boolean isSeparated(State s) {
      return s.glob > 0 && glob[s.glob - 1] >= 0 && "/:@".indexOf(glob[s.glob - 1]) >= 0;
    }

    private int at(State s) {
      return s.glob < glob.length ? glob[s.glob] : OPEN;
    }
  }
}
