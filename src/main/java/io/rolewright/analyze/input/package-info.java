/**
 * Reads files in whichever format they are: {@link io.rolewright.analyze.input.Inputs} one, {@link
 * io.rolewright.analyze.input.InputFiles} all of a folder; and finds roles in what was read.
 */
package io.rolewright.analyze.input;
