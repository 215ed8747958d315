/**
 * The words of the rule language, chapter by chapter. A word has a signature, a sentence and a
 * meaning for values; words that ask about requests also have a meaning for the reasoner, and the
 * two agree.
 *
 * <p>{@link io.rolewright.rule.word.Dictionary} is all of them.
 */
package io.rolewright.rule.word;
