package io.rolewright.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * AWS's services, actions, resource types and condition keys, as of {@link #date()}.
 *
 * <p>A service is inflated when it is first asked for and then kept, so a run pays only for the
 * services its policies name. Thread-safe. Names compare without regard to case (R1.17, R1.28).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 *     Authorization Reference</a>
 */
public final class Catalog {

  private final CatalogFile file;
  private final ConcurrentHashMap<String, Service> inflated = new ConcurrentHashMap<>();

  /** Names come from policies, of which there may be many: from so many on none are kept. */
  private static final int MOST_KEYS = 10_000;

  private final ConcurrentHashMap<String, KeyLookup> keys = new ConcurrentHashMap<>();

  private Catalog(CatalogFile file) {
    this.file = file;
  }

  /** The catalogue that comes with Rolewright; one for the whole process. */
  public static Catalog shipped() {
    return Shipped.CATALOG;
  }

  private static final class Shipped {
    static final Catalog CATALOG = load();

    private static Catalog load() {
      try (InputStream in = Catalog.class.getResourceAsStream("iam.bin")) {
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A catalogue in the format of the shipped one. */
  static Catalog read(InputStream in) {
    return new Catalog(CatalogFile.read(in));
  }

  /** The version of the data package it was generated from. */
  public String version() {
    return file.version();
  }

  /** The day up to which it knows AWS. */
  public LocalDate date() {
    return file.date();
  }

  /** The prefixes of all services, in lower case and sorted. */
  public List<String> prefixes() {
    return file.prefixes();
  }

  /** Whether a service of this prefix exists; inflates nothing. */
  public boolean hasService(String prefix) {
    return !prefix.isEmpty() && file.has(prefix.toLowerCase(Locale.ROOT));
  }

  /** The service of a prefix, in any case. */
  public Optional<Service> service(String prefix) {
    return hasService(prefix)
        ? Optional.of(inflate(prefix.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The keys that requests to any service may carry, sorted by name. */
  public List<ConditionKey> globalConditionKeys() {
    return inflate(CatalogFile.GLOBAL).conditionKeys();
  }

  /** The action of an id such as {@code s3:GetObject}; wildcards match nothing here. */
  public Optional<ServiceAction> action(String id) {
    int colon = id.indexOf(':');
    Optional<Service> service = colon < 0 ? Optional.empty() : service(id.substring(0, colon));
    return service.isPresent() ? service.get().action(id.substring(colon + 1)) : Optional.empty();
  }

  /** What the catalogue knows of a condition key, its variable parts filled in. */
  public KeyLookup conditionKey(String name) {
    KeyLookup known = keys.get(name);
    if (known == null) {
      known = new KeyResolution(this, file).lookUp(name);
      if (keys.size() < MOST_KEYS) {
        keys.put(name, known);
      }
    }
    return known;
  }

  /**
   * All actions that a pattern such as {@code s3:Get*}, {@code *:Describe*} or {@code *} speaks of,
   * sorted by service and name. A pattern over all services inflates them all, about a tenth of a
   * second once.
   */
  public List<ServiceAction> matching(ActionPattern pattern) {
    List<ServiceAction> found = new ArrayList<>();
    for (String prefix : prefixesOf(pattern)) {
      found.addAll(inflate(prefix).matching(List.of(pattern)));
    }
    return found;
  }

  /** Whether a pattern speaks of at least one action; stops at the first. */
  public boolean matchesAny(ActionPattern pattern) {
    for (String prefix : prefixesOf(pattern)) {
      for (ServiceAction action : inflate(prefix).actions()) {
        if (pattern.matchesName(action.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Prefixes that an unknown one may have been meant to be, best first, at most three. */
  public List<String> suggestServices(String prefix) {
    return Suggestions.nearest(prefix, prefixes());
  }

  /**
   * Actions that an unknown id may have been meant to be: those that allow the API operation of
   * this name, or else the nearest in spelling, best first.
   */
  public List<String> suggestActions(String id) {
    List<String> allowing = ApiOperation.actionsOf(id);
    if (!allowing.isEmpty()) {
      return allowing;
    }
    int colon = id.indexOf(':');
    if (colon < 0) {
      return List.of();
    }
    String name = id.substring(colon + 1);
    return service(id.substring(0, colon))
        .map(s -> nearestIds(s, name))
        .orElseGet(() -> inSimilarServices(id.substring(0, colon), name));
  }

  private static List<String> nearestIds(Service service, String name) {
    List<String> names = service.actions().stream().map(ServiceAction::name).toList();
    return Suggestions.nearest(name, names).stream().map(n -> service.prefix() + ":" + n).toList();
  }

  private List<String> inSimilarServices(String prefix, String name) {
    List<String> ids = new ArrayList<>();
    for (String similar : suggestServices(prefix)) {
      inflate(similar).action(name).ifPresent(a -> ids.add(a.id()));
    }
    return ids;
  }

  private List<String> prefixesOf(ActionPattern pattern) {
    if (!pattern.coversManyServices()) {
      return file.has(pattern.service()) ? List.of(pattern.service()) : List.of();
    }
    return prefixes().stream().filter(pattern::matchesService).toList();
  }

  /** The service of a prefix that the file has, in lower case. */
  Service inflate(String prefix) {
    Service known = inflated.get(prefix);
    if (known != null) {
      return known;
    }
    Service read = ServiceBlock.read(prefix, file.block(prefix));
    Service first = inflated.putIfAbsent(prefix, read);
    return first == null ? read : first;
  }
}
