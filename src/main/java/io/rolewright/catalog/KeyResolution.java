package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a condition key's name stands for: first among the global keys, then in the services
 * that its prefix points to, then as a claim of an OIDC provider that nobody has listed.
 */
final class KeyResolution {

  /** The service whose requests carry the claims of identity providers. */
  private static final String STS = "sts";

  private final Catalog catalog;
  private final CatalogFile file;

  KeyResolution(Catalog catalog, CatalogFile file) {
    this.catalog = catalog;
    this.file = file;
  }

  KeyLookup lookUp(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int colon = lower.indexOf(':');
    if (colon <= 0) {
      return new KeyLookup.Unknown(withPrefix(lower));
    }
    Optional<ConditionKey> listed = listed(lower, lower.substring(0, colon));
    if (listed.isPresent()) {
      return new KeyLookup.Known(listed.get());
    }
    Optional<OidcKey> claim = OidcKey.of(lower).filter(OidcKey::isStandardClaim);
    return claim
        .map(c -> claim(name, c))
        .orElseGet(() -> new KeyLookup.Unknown(suggestions(lower, lower.substring(0, colon))));
  }

  private Optional<ConditionKey> listed(String lower, String prefix) {
    for (String carrier : carriers(prefix)) {
      Optional<ConditionKey> key = catalog.inflate(carrier).conditionKey(lower);
      if (key.isPresent()) {
        return key;
      }
    }
    return Optional.empty();
  }

  /** The blocks that may hold keys of a prefix, the likeliest first. */
  private List<String> carriers(String prefix) {
    List<String> carriers = new ArrayList<>();
    carriers.add(CatalogFile.GLOBAL);
    if (prefix.indexOf('.') >= 0) {
      carriers.add(STS);
    } else if (file.has(prefix)) {
      carriers.add(prefix);
    }
    carriers.addAll(file.carriersOf(prefix));
    carriers.removeIf(c -> !file.has(c));
    return carriers;
  }

  /** A standard claim is known where AWS lists other claims of the same issuer. */
  private KeyLookup claim(String name, OidcKey claim) {
    return claimsOf(claim.issuer()).isEmpty()
        ? new KeyLookup.PlausibleOidc(claim.key(name), claim.issuer(), claim.claim())
        : new KeyLookup.Known(claim.key(name));
  }

  /** The keys that AWS lists for an issuer, by name. */
  private List<String> claimsOf(String issuer) {
    List<String> claims = new ArrayList<>();
    for (ConditionKey key : file.has(STS) ? keysOf(STS) : List.<ConditionKey>of()) {
      int colon = key.name().indexOf(':');
      String keyIssuer = key.name().substring(0, colon);
      if (keyIssuer.indexOf('.') >= 0 && KeyTemplate.of(keyIssuer).matches(issuer)) {
        claims.add(issuer + key.name().substring(colon));
      }
    }
    return claims;
  }

  private List<ConditionKey> keysOf(String block) {
    return catalog.inflate(block).conditionKeys();
  }

  private List<String> suggestions(String lower, String prefix) {
    if (prefix.startsWith("http")) {
      return withoutScheme(lower);
    }
    Optional<OidcKey> claim = OidcKey.of(lower);
    if (claim.isPresent()) {
      return claimSuggestions(claim.get());
    }
    Set<String> names = new LinkedHashSet<>();
    for (String carrier : similarCarriers(prefix)) {
      keysOf(carrier).forEach(k -> names.add(k.name()));
    }
    return Suggestions.nearest(lower, names);
  }

  /** An issuer is written without {@code https://} in a key (BT15). */
  private List<String> withoutScheme(String lower) {
    int start = lower.indexOf("://");
    String rest = start < 0 ? "" : lower.substring(start + 3);
    boolean helps = !rest.isEmpty() && lookUp(rest).key().isPresent();
    return helps ? List.of(rest) : List.of();
  }

  private List<String> claimSuggestions(OidcKey claim) {
    Set<String> names = new LinkedHashSet<>(claimsOf(claim.issuer()));
    for (String standard : List.of("aud", "sub", "amr")) {
      names.add(claim.issuer() + ":" + standard);
    }
    List<String> claims =
        names.stream().map(n -> n.substring(claim.issuer().length() + 1)).toList();
    return Suggestions.nearest(claim.claim(), claims).stream()
        .map(c -> claim.issuer() + ":" + c)
        .toList();
  }

  private Set<String> similarCarriers(String prefix) {
    Set<String> carriers = new LinkedHashSet<>(carriers(prefix));
    if (!file.has(prefix) && !prefix.equals("aws")) {
      List<String> prefixes = new ArrayList<>(file.prefixes());
      file.foreignKeyPrefixes().forEach(prefixes::add);
      for (String near : Suggestions.nearest(prefix, prefixes)) {
        carriers.addAll(carriers(near));
      }
    }
    return carriers;
  }

  /** A name without prefix, such as {@code SourceArn}, may be a global or an STS key. */
  private List<String> withPrefix(String bare) {
    List<String> names = new ArrayList<>();
    for (String carrier : List.of(CatalogFile.GLOBAL, STS)) {
      for (ConditionKey key : file.has(carrier) ? keysOf(carrier) : List.<ConditionKey>of()) {
        String name = key.name();
        if (name.substring(name.indexOf(':') + 1).equalsIgnoreCase(bare)) {
          names.add(name);
        }
      }
    }
    return names.stream().distinct().limit(3).toList();
  }
}
