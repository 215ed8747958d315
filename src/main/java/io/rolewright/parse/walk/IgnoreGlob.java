package io.rolewright.parse.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One glob in the sense of <a href="https://git-scm.com/docs/gitignore">gitignore</a>: {@code *}
 * and {@code ?} stop at a slash, {@code **} between slashes stands for any folders.
 *
 * <p>Matching takes time proportional to pattern times path, whatever the pattern.
 */
final class IgnoreGlob {

  /** A step of the pattern; which characters keep or advance it is told by {@link #run}. */
  private sealed interface Step {
    record One(CharSet set) implements Step {}

    /** {@code *}: any run within a folder. */
    record Run() implements Step {}

    /** {@code **}: any run. */
    record Deep() implements Step {}

    /** Before the run of a <code>**&#47;</code>, which may be left out altogether. */
    record Fork() implements Step {}

    /** <code>**&#47;</code>: any run that ends with a slash. */
    record Folders() implements Step {}
  }

  /** What one character may be. */
  interface CharSet {
    boolean has(char c);
  }

  private final List<Step> steps = new ArrayList<>();
  private final boolean valid;

  IgnoreGlob(String glob) {
    this.valid = compile(glob);
  }

  private boolean compile(String glob) {
    int i = 0;
    while (i >= 0 && i < glob.length()) {
      i = compileAt(glob, i);
    }
    return i >= 0;
  }

  /** Adds the step at an offset; gives the next offset, or -1 for a glob that matches nothing. */
  private int compileAt(String glob, int at) {
    char c = glob.charAt(at);
    switch (c) {
      case '*':
        return compileStars(glob, at);
      case '?':
        steps.add(new Step.One(x -> x != '/'));
        return at + 1;
      case '[':
        return IgnoreClass.compile(glob, at, set -> steps.add(new Step.One(set)));
      case '\\':
        if (at + 1 == glob.length()) {
          return -1;
        }
        addLiteral(glob.charAt(at + 1));
        return at + 2;
      default:
        addLiteral(c);
        return at + 1;
    }
  }

  private void addLiteral(char c) {
    steps.add(new Step.One(x -> x == c));
  }

  private int compileStars(String glob, int at) {
    int end = at;
    while (end < glob.length() && glob.charAt(end) == '*') {
      end++;
    }
    boolean starts = at == 0 || glob.charAt(at - 1) == '/';
    boolean ends = end == glob.length() || glob.charAt(end) == '/';
    if (end - at < 2 || !starts || !ends) {
      steps.add(new Step.Run());
      return end;
    }
    if (end == glob.length()) {
      steps.add(new Step.Deep());
      return end;
    }
    steps.add(new Step.Fork());
    steps.add(new Step.Folders());
    return end + 1;
  }

  /** Whether the glob matches the whole of a path. */
  boolean matches(String path) {
    if (!valid) {
      return false;
    }
    BitSet now = new BitSet(steps.size() + 1);
    enter(now, 0);
    for (int i = 0; i < path.length() && !now.isEmpty(); i++) {
      BitSet next = new BitSet(steps.size() + 1);
      char c = path.charAt(i);
      now.stream().filter(s -> s < steps.size()).forEach(s -> run(s, c, next));
      now = next;
    }
    return now.get(steps.size());
  }

  private void run(int at, char c, BitSet next) {
    Step step = steps.get(at);
    if (step instanceof Step.One one) {
      if (one.set().has(c)) {
        enter(next, at + 1);
      }
    } else if (step instanceof Step.Run) {
      if (c != '/') {
        enter(next, at);
      }
    } else if (step instanceof Step.Deep) {
      enter(next, at);
    } else if (step instanceof Step.Folders) {
      next.set(at);
      if (c == '/') {
        enter(next, at + 1);
      }
    }
  }

  /** Adds a step and those that can be reached from it without a character. */
  private void enter(BitSet to, int at) {
    int step = at;
    to.set(step);
    while (step < steps.size()) {
      Step here = steps.get(step);
      if (here instanceof Step.Fork) {
        to.set(step + 1);
        step += 2;
      } else if (here instanceof Step.Run || here instanceof Step.Deep) {
        step++;
      } else {
        return;
      }
      to.set(step);
    }
  }
}
