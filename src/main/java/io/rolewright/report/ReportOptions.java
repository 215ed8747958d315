package io.rolewright.report;

import io.rolewright.rule.RuleMetadata;
import java.util.function.Function;

/**
 * What a report needs to know beside the analysis.
 *
 * @param version of Rolewright
 * @param colour whether text is to carry colours
 * @param pages the Markdown page of a rule; asked only by formats that carry pages
 */
public record ReportOptions(String version, boolean colour, Function<RuleMetadata, String> pages) {}
