/** The Maven plugin: a thin host of {@link io.rolewright.analyze.Analyzer}. */
package io.rolewright.maven;
