package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** All texts over a few letters up to some length, and random patterns over them, done naively. */
final class Universe {

  /** A pattern as written: {@code # !} are {@code * ?} without colon, {@code ~} folds case. */
  record Sample(String written) {

    Pattern pattern() {
      boolean folds = written.startsWith("~");
      Pattern.Builder pattern = new Pattern.Builder();
      for (char c : written.substring(folds ? 1 : 0).toCharArray()) {
        switch (c) {
          case '*' -> pattern.run();
          case '?' -> pattern.one();
          case '#' -> pattern.runWithoutColon();
          case '!' -> pattern.oneWithoutColon();
          default -> pattern.character(c);
        }
      }
      return folds ? pattern.build().ignoringCase() : pattern.build();
    }

    boolean fits(String text) {
      return written.startsWith("~")
          ? fits(written.substring(1).toLowerCase(Locale.ROOT), 0, text.toLowerCase(Locale.ROOT), 0)
          : fits(written, 0, text, 0);
    }

    /** Tries everything, from token {@code p} and letter {@code t} on. */
    private static boolean fits(String pattern, int p, String text, int t) {
      if (p == pattern.length()) {
        return t == text.length();
      }
      char token = pattern.charAt(p);
      boolean more = t < text.length();
      if (token == '*' || token == '#') {
        return fits(pattern, p + 1, text, t)
            || more && (token == '*' || text.charAt(t) != ':') && fits(pattern, p, text, t + 1);
      }
      return more && takes(token, text.charAt(t)) && fits(pattern, p + 1, text, t + 1);
    }

    private static boolean takes(char token, char c) {
      return token == '?' || (token == '!' ? c != ':' : token == c);
    }
  }

  /** A language and the numbers of the texts in it. */
  record Known(Language language, BitSet texts, List<Sample> samples) {}

  private final String letters;
  private final List<String> texts = new ArrayList<>(List.of(""));
  private final Map<Sample, BitSet> fitting = new HashMap<>();

  Universe(String letters, int longest) {
    this.letters = letters;
    int from = 0;
    for (int length = 1; length <= longest; length++) {
      int to = texts.size();
      for (int i = from; i < to; i++) {
        for (char c : letters.toCharArray()) {
          texts.add(texts.get(i) + c);
        }
      }
      from = to;
    }
  }

  String letters() {
    return letters;
  }

  List<String> texts() {
    return texts;
  }

  BitSet all() {
    BitSet all = new BitSet();
    all.set(0, texts.size());
    return all;
  }

  Sample sample(Random random, String wildcards, int longest, double folding) {
    String tokens = letters + letters + wildcards;
    StringBuilder written = new StringBuilder(random.nextDouble() < folding ? "~" : "");
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      written.append(tokens.charAt(random.nextInt(tokens.length())));
    }
    return new Sample(written.toString());
  }

  Known known(List<Sample> samples) {
    BitSet in = new BitSet();
    samples.forEach(sample -> in.or(fitting.computeIfAbsent(sample, this::fitting)));
    return new Known(Language.of(samples.stream().map(Sample::pattern).toList()), in, samples);
  }

  private BitSet fitting(Sample sample) {
    BitSet in = new BitSet();
    for (int i = 0; i < texts.size(); i++) {
      in.set(i, sample.fits(texts.get(i)));
    }
    return in;
  }
}
