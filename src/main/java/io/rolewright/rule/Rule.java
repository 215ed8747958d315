package io.rolewright.rule;

/** A rule file with the code that decides it. */
public record Rule(RuleMetadata metadata, Checker checker) {}
