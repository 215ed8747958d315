package io.rolewright.parse.walk;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param name as reported: relative to the working directory where it is inside, with forward
 *     slashes
 * @param named whether the user asked for this very file, rather than a folder above it
 */
public record Candidate(Path path, String name, boolean named) {}
