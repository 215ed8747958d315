package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.FAULT;
import static io.rolewright.rule.word.Kinds.POLICY;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.model.Text;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.OrganizationGrammar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about the policies of an organisation: service and resource control policies. */
final class OrganizationWords {

  private OrganizationWords() {}

  static void add(Words words) {
    words.kind(FAULT);
    words.word(
        "organizationFaults",
        POLICY,
        FAULT.list(),
        "Where a service or resource control policy breaks the grammar of its kind; none of other"
            + " policies.",
        (scope, p) -> OrganizationGrammar.faults(p.kind(), p.document()));
    words.word(
        "remedy", FAULT, TEXT, "What to do about the fault, in a line.", (scope, f) -> f.fix());
    words.word(
        "service",
        TEXT,
        TEXT,
        "The service of an action pattern, in lower case, as `s3` of `s3:Get*`; absent where a"
            + " wildcard or a template leaves it open.",
        (scope, action) -> service(action));
    words.word(
        "reachedByRcps",
        TEXT,
        TRUTH,
        "Whether resource control policies apply to a service, given by its prefix; unknown of"
            + " services that AWS does not list.",
        (scope, prefix) ->
            prefix.plain().flatMap(Catalog.shipped()::service).map(Service::supportsRcps));
  }

  private static Optional<Text> service(Text action) {
    List<Text> pieces = action.split(':', 2);
    return pieces.size() < 2
        ? Optional.empty()
        : pieces
            .get(0)
            .plain()
            .map(name -> Text.literal(action.origin(), name.toLowerCase(Locale.ROOT)));
  }
}
