package io.rolewright.analyze;

import io.rolewright.model.PolicyKind;
import io.rolewright.source.SourceFile;
import java.util.Optional;

/**
 * A file that is at hand as text, for hosts that read files themselves.
 *
 * @param account who owns what is in it, twelve digits
 * @param kind what it is, if it is a raw policy whose kind cannot be told
 */
public record TextInput(SourceFile file, Optional<String> account, Optional<PolicyKind> kind) {}
