package io.rolewright.report;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Suppression;
import io.rolewright.analyze.Offer;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Finding;
import io.rolewright.source.Origin;
import io.rolewright.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings and places as SARIF writes them. */
final class SarifResults {

  /** Stands for the root of the checkout; GitHub resolves it. */
  static final String ROOT = "%SRCROOT%";

  private static final String FINGERPRINT = "rolewright/v1";
  private static final String PLAIN_IN_PATHS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

  private SarifResults() {}

  static com.contrastsecurity.sarif.Result of(Result result, SarifRules rules) {
    Finding finding = result.finding();
    com.contrastsecurity.sarif.Result sarif =
        new com.contrastsecurity.sarif.Result()
            .withRuleId(finding.rule().id())
            .withLevel(SarifRules.resultLevel(finding.severity()))
            .withMessage(message(finding.message()))
            .withLocations(List.of(location(finding.at())))
            .withRelatedLocations(related(finding.related()))
            .withPartialFingerprints(
                new PartialFingerprints().withAdditionalProperty(FINGERPRINT, result.fingerprint()))
            .withSuppressions(suppressions(result));
    result.offer().ifPresent(offer -> sarif.withFixes(Set.of(fix(finding, offer))));
    rules.indexOf(finding.rule()).ifPresent(sarif::withRuleIndex);
    finding.evidence().witness().ifPresent(q -> sarif.withProperties(witness(RequestWords.of(q))));
    return sarif;
  }

  /** Replacements of one file, by place: each speaks of the file as it is. */
  private static Fix fix(Finding finding, Offer offer) {
    List<Replacement> replacements =
        offer.edits().stream()
            .map(
                edit ->
                    new Replacement()
                        .withDeletedRegion(region(edit.at()))
                        .withInsertedContent(new ArtifactContent().withText(edit.text())))
            .toList();
    ArtifactChange change =
        new ArtifactChange()
            .withArtifactLocation(file(finding.at().file().name()))
            .withReplacements(replacements);
    return new Fix().withDescription(message(offer.title())).withArtifactChanges(Set.of(change));
  }

  private static PropertyBag witness(String words) {
    return new PropertyBag()
        .withAdditionalProperty("allowed", words.replace("\n ", " ").replace('\n', ' '));
  }

  private static Set<Location> related(List<Finding.Related> related) {
    Set<Location> locations = new LinkedHashSet<>();
    for (Finding.Related place : related) {
      locations.add(
          location(place.at()).withId(locations.size()).withMessage(message(place.message())));
    }
    return locations;
  }

  private static Set<Suppression> suppressions(Result result) {
    return result.suppressed().map(s -> Set.of(suppression(s))).orElse(Set.of());
  }

  private static Suppression suppression(Result.Suppressed suppressed) {
    Suppression.Kind kind =
        suppressed.by() == Result.By.IN_SOURCE
            ? Suppression.Kind.IN_SOURCE
            : Suppression.Kind.EXTERNAL;
    Suppression suppression = new Suppression().withKind(kind);
    return suppressed.reason().isEmpty()
        ? suppression
        : suppression.withJustification(suppressed.reason());
  }

  /** A message in which nothing that the input says can be taken for one of SARIF's links. */
  static Message message(String text) {
    String safe = text.contains("](") ? text.replace("[", "\\[").replace("]", "\\]") : text;
    return new Message().withText(safe);
  }

  static Location location(Origin at) {
    PhysicalLocation place = new PhysicalLocation().withArtifactLocation(file(at.file().name()));
    boolean textKnown = !at.file().text().isEmpty();
    return new Location().withPhysicalLocation(textKnown ? place.withRegion(region(at)) : place);
  }

  private static Region region(Origin at) {
    Position start = at.start();
    Position end = at.end();
    return new Region()
        .withStartLine(start.line())
        .withStartColumn(start.column())
        .withEndLine(end.line())
        .withEndColumn(end.column());
  }

  private static ArtifactLocation file(String name) {
    if (name.startsWith("/")) {
      return new ArtifactLocation().withUri("file://" + encoded(name));
    }
    if (name.length() > 2 && name.charAt(1) == ':' && name.charAt(2) == '/') {
      return new ArtifactLocation()
          .withUri("file:///" + name.charAt(0) + ":" + encoded(name.substring(2)));
    }
    return new ArtifactLocation().withUri(encoded(name)).withUriBaseId(ROOT);
  }

  private static String encoded(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && PLAIN_IN_PATHS.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return out.toString();
  }

  private static char hex(int value) {
    return "0123456789ABCDEF".charAt(value & 0xf);
  }
}
