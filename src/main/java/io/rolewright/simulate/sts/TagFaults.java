package io.rolewright.simulate.sts;

import io.rolewright.catalog.Quota;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with session tags (section 3.1, R3.12, R3.18). */
final class TagFaults {

  private static final String RESERVED = "aws:";

  private final StsCall call;
  private final Credentials credentials;
  private final Assumptions assumptions;
  private final List<Fault> faults = new ArrayList<>();

  private TagFaults(StsCall call, Credentials credentials, Assumptions assumptions) {
    this.call = call;
    this.credentials = credentials;
    this.assumptions = assumptions;
  }

  static List<Fault> of(StsCall call, Credentials credentials, Assumptions assumptions) {
    TagFaults tags = new TagFaults(call, credentials, assumptions);
    if (!call.tags().isEmpty() && !Signature.of(call.operation()).tags()) {
      tags.add(
          call.tags().get(0).at(),
          "%s takes no tags".formatted(call.operation().shown()),
          "take `Tags` out",
          "3.1");
      return tags.faults;
    }
    tags.count();
    for (int i = 0; i < call.tags().size(); i++) {
      tags.tag(i);
    }
    call.all(Parameter.TRANSITIVE_TAG_KEYS).forEach(tags::transitive);
    return tags.faults;
  }

  private void count() {
    int most = Quota.SESSION_TAGS.most();
    int over = call.tags().size() - most;
    if (over > 0) {
      add(
          call.tags().get(most).at(),
          "a session takes at most %d tags, %d are passed".formatted(most, call.tags().size()),
          "take %d of them out".formatted(over),
          "3.1");
    }
  }

  private void tag(int index) {
    Tag tag = call.tags().get(index);
    length(tag, "key", tag.key(), 1, Quota.SESSION_TAG_KEY_LENGTH.most());
    length(tag, "value", tag.value(), 0, Quota.SESSION_TAG_VALUE_LENGTH.most());
    characters(tag, "key", tag.key());
    characters(tag, "value", tag.value());
    if (tag.key().regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
      add(
          tag.at(),
          "tag keys must not begin with `aws:`, %s does".formatted(Quoted.of(tag.key())),
          "rename the tag",
          "3.1");
    }
    repeated(index, tag);
    inherited(tag);
  }

  private void length(Tag tag, String what, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      add(
          tag.at(),
          "the %s of a tag has %d to %d characters, %s has %d"
              .formatted(what, least, most, Quoted.of(text), length),
          length < least ? "name the tag" : "take at least %d away".formatted(length - most),
          "3.1");
    }
  }

  private void characters(Tag tag, String what, String text) {
    int other = Alphabet.TAG.firstOther(text);
    if (other >= 0) {
      add(
          tag.at(),
          "the %s of a tag takes %s, %s has %s"
              .formatted(
                  what, Alphabet.TAG.shown(), Quoted.of(text), ParameterFaults.character(other)),
          "write it without that character",
          "3.1");
    }
  }

  private void repeated(int index, Tag tag) {
    call.tags().subList(0, index).stream()
        .map(Tag::key)
        .filter(tag.key()::equalsIgnoreCase)
        .findFirst()
        .ifPresent(
            first ->
                add(
                    tag.at(),
                    "tag keys are unique whatever their case, %s and %s are the same"
                        .formatted(Quoted.of(first), Quoted.of(tag.key())),
                    "take one of the two out",
                    "3.1"));
  }

  private void inherited(Tag tag) {
    if (Tags.spelling(credentials.transitiveKeys(), tag.key()).isPresent()) {
      add(
          tag.at(),
          "the tag %s is inherited from the caller's session and cannot be passed again"
              .formatted(Quoted.of(tag.key())),
          "take the tag out: the new session has it anyway",
          "R3.18");
    } else if (assumptions.isB(Uncertainty.U26) && repeatsRoleTag(tag)) {
      add(
          tag.at(),
          "the calling role itself is tagged %s, which cannot be passed again"
              .formatted(Quoted.of(tag.key())),
          "take the tag out, or rename it",
          "R3.18");
    }
  }

  /** Whether U26 decides about this tag. */
  private boolean repeatsRoleTag(Tag tag) {
    return credentials.caller().kind() == Caller.Kind.ROLE_SESSION
        && Tags.spelling(credentials.entityTags().keySet(), tag.key()).isPresent();
  }

  private void transitive(Given key) {
    List<String> known = new ArrayList<>(Tags.keys(Tags.of(call.tags())));
    known.addAll(Tags.keys(credentials.transitiveTags()));
    Optional<String> spelling = Tags.spelling(known, key.value());
    if (spelling.isEmpty() && takesTransitive()) {
      add(
          key.at(),
          "`TransitiveTagKeys` names tags of the session, %s is neither passed nor inherited"
              .formatted(Quoted.of(key.value())),
          "pass the tag %s, or take the key out".formatted(Quoted.of(key.value())),
          "3.1");
    }
  }

  private boolean takesTransitive() {
    return Signature.of(call.operation()).takes(Parameter.TRANSITIVE_TAG_KEYS);
  }

  private void add(Origin at, String message, String fix, String rule) {
    faults.add(new Fault(at, message, fix, rule));
  }
}
