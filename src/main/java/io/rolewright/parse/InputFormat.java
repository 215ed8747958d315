package io.rolewright.parse;

import io.rolewright.model.Inventory;
import io.rolewright.parse.tree.Tree;

/** One kind of file in which policies live. */
public interface InputFormat {

  /** Whether the tree is of this format, by its shape alone; cheap. */
  boolean recognises(Tree tree);

  /** All that the tree holds. Never throws: what cannot be read becomes a problem or a defect. */
  Inventory read(Tree tree, ReadOptions options);
}
