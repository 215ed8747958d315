package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ValueType;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.strings.Language;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The condition keys of requests of some callers. What AWS says of the caller is put together of
 * the fields that make him up, so that his ARN, account, type and id cannot disagree (R3.28,
 * R1.50); what cannot be in his requests is never there (section 3.4).
 */
final class CallerKeys implements KeyForms {

  /** The made-up part of {@code aws:userid}: an id that AWS gave to a user or role. */
  static final Field UNIQUE_ID = Field.text("caller.id");

  /** When the request is made, in seconds; two keys say it. */
  static final Field TIME = Field.line("aws:currenttime");

  private final Callers callers;
  private final KeyUses uses;
  private final Optional<String> owner;
  private final Presence presence;
  private final Function<String, Optional<List<String>>> said;
  private final Map<String, KeyForm> known = new TreeMap<>();

  /**
   * @param owner the resource's account, if it is known
   * @param said what all requests say of a key: its values, none if it is absent; empty if that is
   *     not known
   */
  CallerKeys(
      Callers callers,
      KeyUses uses,
      Optional<String> owner,
      Function<String, Optional<List<String>>> said) {
    this.said = said;
    this.callers = callers;
    this.uses = uses;
    this.owner = owner;
    this.presence = new Presence(callers.kind());
  }

  @Override
  public KeyForm of(String key) {
    return known.computeIfAbsent(key, this::made);
  }

  @Override
  public Language shape(Field field) {
    return CallerShapes.of(field);
  }

  /** The keys that policies read, with their forms, ascending. */
  Map<String, KeyForm> mentioned() {
    Map<String, KeyForm> forms = new TreeMap<>();
    uses.keys().forEach(key -> forms.put(key, of(key)));
    return forms;
  }

  private KeyForm made(String key) {
    Optional<List<String>> values = said.apply(key);
    if (values.isEmpty()) {
      return open(key);
    }
    KeyForm form = open(key);
    boolean one = form instanceof KeyForm.One && values.get().size() == 1;
    return values.get().isEmpty()
        ? new KeyForm.Never()
        : one ? new KeyForm.One(Compound.of(values.get().get(0))) : form;
  }

  private KeyForm open(String key) {
    if (isIdentity(key) && !(isUnsigned() && key.equals("aws:principalisawsservice"))) {
      return identity(key).<KeyForm>map(KeyForm.One::new).orElse(new KeyForm.Never());
    }
    if (key.equals("aws:resourceaccount") && owner.isPresent()) {
      return new KeyForm.One(Compound.of(owner.get()));
    }
    if (key.equals("aws:federatedprovider") && callers.kind() == Caller.Kind.WEB_IDENTITY) {
      return new KeyForm.One(callers.principal().orElseThrow());
    }
    return presence.of(key) == Domain.Presence.NEVER ? new KeyForm.Never() : form(key);
  }

  /** Requests without a signature need not say that no service makes them; AWS documents both. */
  private boolean isUnsigned() {
    return switch (callers.kind()) {
      case WEB_IDENTITY, SAML, ANONYMOUS -> true;
      default -> false;
    };
  }

  private static boolean isIdentity(String key) {
    return switch (key) {
      case "aws:principalaccount",
          "aws:principalarn",
          "aws:principaltype",
          "aws:userid",
          "aws:username",
          "aws:principalisawsservice",
          "aws:principalservicename" ->
          true;
      default -> false;
    };
  }

  private Optional<Compound> identity(String key) {
    boolean service = callers.kind() == Caller.Kind.SERVICE;
    return switch (key) {
      case "aws:principalaccount" -> callers.account();
      case "aws:principalarn" -> callers.arn();
      case "aws:principaltype" -> type().map(Compound::of);
      case "aws:userid" -> userId();
      case "aws:username" -> callers.username();
      case "aws:principalisawsservice" -> Optional.of(Compound.of(String.valueOf(service)));
      default -> service ? callers.principal() : Optional.empty();
    };
  }

  private Optional<String> type() {
    return switch (callers.kind()) {
      case ROOT, ASSUMED_ROOT -> Optional.of("Account");
      case USER -> Optional.of("User");
      case ROLE_SESSION -> Optional.of("AssumedRole");
      case FEDERATED_USER -> Optional.of("FederatedUser");
      case ANONYMOUS -> Optional.of("Anonymous");
      case SERVICE, WEB_IDENTITY, SAML -> Optional.empty();
    };
  }

  private Optional<Compound> userId() {
    return switch (callers.kind()) {
      case ROOT, ASSUMED_ROOT -> callers.account();
      case USER -> Optional.of(Compound.of(UNIQUE_ID));
      case ROLE_SESSION ->
          Optional.of(joined(Compound.of(UNIQUE_ID), callers.session().orElseThrow()));
      case FEDERATED_USER ->
          Optional.of(joined(callers.account().orElseThrow(), callers.name().orElseThrow()));
      default -> Optional.empty();
    };
  }

  private static Compound joined(Compound first, Compound second) {
    List<Piece> pieces = new ArrayList<>(first.pieces());
    pieces.add(new Piece.Letters(":"));
    pieces.addAll(second.pieces());
    return new Compound(Callers.merged(pieces));
  }

  /** As what the field of a key is taken; the catalogue knows best. */
  private KeyForm form(String key) {
    if (key.equals("aws:epochtime") || key.equals("aws:currenttime")) {
      return new KeyForm.Line(TIME, Optional.empty(), pointForm(key));
    }
    Optional<ConditionKey> listed = Catalog.shipped().conditionKey(key).key();
    if (Operands.isMultivalued(key) || listed.filter(ConditionKey::multivalued).isPresent()) {
      return new KeyForm.Many(Field.set(key));
    }
    if (listed.filter(k -> isPoint(k.type())).isPresent()) {
      return new KeyForm.Line(Field.line(key), Optional.empty(), pointForm(key));
    }
    return ofUse(key, listed.isPresent());
  }

  private static boolean isPoint(ValueType type) {
    return type == ValueType.NUMERIC || type == ValueType.DATE || type == ValueType.IP_ADDRESS;
  }

  /** A key that is compared as one sort of point only is one, if it can be read. */
  private KeyForm ofUse(String key, boolean single) {
    Set<KeyUses.Use> taken = uses.of(key);
    boolean set = taken.contains(KeyUses.Use.SET);
    long sorts = taken.stream().filter(CallerKeys::isPoint).count();
    if (sorts == 1 && !set && !taken.contains(KeyUses.Use.TEXT)) {
      return new KeyForm.Line(Field.line(key), Optional.of(unreadable(key)), pointForm(key));
    }
    return set && !single
        ? new KeyForm.Many(Field.set(key))
        : new KeyForm.One(Compound.of(Field.text(key)));
  }

  private static boolean isPoint(KeyUses.Use use) {
    return use == KeyUses.Use.NUMBER || use == KeyUses.Use.DATE || use == KeyUses.Use.ADDRESS;
  }

  private static String unreadable(String key) {
    return "`" + key + "` is there and cannot be read";
  }

  /** How the points of a key are written in requests. */
  PointForm pointForm(String key) {
    Optional<ValueType> type = Catalog.shipped().conditionKey(key).key().map(ConditionKey::type);
    Set<KeyUses.Use> taken = uses.of(key);
    if (key.equals("aws:epochtime")) {
      return PointForm.EPOCH;
    }
    if (type.filter(ValueType.DATE::equals).isPresent() || taken.contains(KeyUses.Use.DATE)) {
      return PointForm.DATE;
    }
    return type.filter(ValueType.IP_ADDRESS::equals).isPresent()
            || taken.contains(KeyUses.Use.ADDRESS)
        ? PointForm.ADDRESS
        : PointForm.NUMBER;
  }
}
