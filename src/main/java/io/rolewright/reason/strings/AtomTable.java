package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which of many lists an action is in: patterns without wildcards by looking up, the others
 * by one walk for all lists. Immutable.
 */
final class AtomTable {

  private static final BitSet NONE = new BitSet(0);

  private final Actions actions;
  private final Trie wild;
  private final Map<String, BitSet> literals = new HashMap<>();
  private final List<String> inOrder = new ArrayList<>();

  AtomTable(List<Language> atoms, Actions actions) {
    this.actions = actions;
    List<Trie.Labelled> labelled = new ArrayList<>();
    for (int atom = 0; atom < atoms.size(); atom++) {
      BitSet label = Trie.label(atom);
      for (Pattern pattern : atoms.get(atom).patterns()) {
        add(actions.within(pattern), label, labelled);
      }
    }
    wild = Trie.ofLabelled(labelled);
  }

  private void add(Optional<Pattern> pattern, BitSet label, List<Trie.Labelled> labelled) {
    if (pattern.isPresent() && pattern.get().isLiteral()) {
      addLiteral(pattern.get().toString(), label);
    } else {
      pattern.ifPresent(some -> labelled.add(new Trie.Labelled(some, label)));
    }
  }

  private void addLiteral(String text, BitSet label) {
    if (actions.isAction(text)) {
      BitSet in = literals.get(text);
      if (in == null) {
        in = new BitSet();
        literals.put(text, in);
        inOrder.add(text);
      }
      in.or(label);
    }
  }

  Actions actions() {
    return actions;
  }

  /** The patterns with wildcards, labelled by atom. */
  Trie wild() {
    return wild;
  }

  /** The actions that are named in full, each once, in order of the atoms. */
  List<String> literals() {
    return inOrder;
  }

  boolean isLiteral(String action) {
    return literals.containsKey(action);
  }

  /** The atoms that an action is in. */
  BitSet atomsOf(String action, Frontier scratch) {
    return atomsOf(action, scratch, Budget.unlimited());
  }

  /** The same; means nothing if the budget is spent afterwards. */
  BitSet atomsOf(String action, Frontier scratch, Budget budget) {
    BitSet in = wild.labels(action, scratch, budget);
    in.or(literals.getOrDefault(action, NONE));
    return in;
  }
}
