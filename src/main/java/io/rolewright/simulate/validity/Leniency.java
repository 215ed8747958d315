package io.rolewright.simulate.validity;

/**
 * How the uncertain items of the grammar are taken.
 *
 * @param duplicates whether a key may be written twice in one object (U1 option B)
 * @param trustWildcards whether a trust policy may name actions by wildcards (U2 option A)
 * @param anyOperatorCase whether operators may be written in any letter case (U7 option B)
 */
public record Leniency(boolean duplicates, boolean trustWildcards, boolean anyOperatorCase) {}
