package io.rolewright.analyze.compare;

import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.property.Population;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which requests two versions of a thing are asked about. */
final class Asked {

  private final Couple couple;
  private final String owner;
  private final List<String> partitions;

  /**
   * @param partitions of AWS that the input speaks of beside {@code aws}
   */
  Asked(Couple couple, Collection<String> partitions) {
    this.couple = couple;
    this.owner = couple.shown().account().or(this::formerly).orElse(Estate.UNNAMED_ACCOUNT);
    this.partitions = new ArrayList<>(List.of("aws"));
    this.partitions.addAll(partitions);
  }

  private Optional<String> formerly() {
    return couple.before().flatMap(Holder::account);
  }

  /** The account that owns the thing. */
  String owner() {
    return owner;
  }

  /** Calls for a session of the role. */
  List<Requests> ofSessions() {
    List<Requests> all = new ArrayList<>();
    for (String partition : partitions) {
      all.addAll(Population.assuming(role(partition), owner, partition));
    }
    return all;
  }

  private String role(String partition) {
    return "arn:" + partition + ":iam::" + owner + ":role/" + pathAndName();
  }

  private String pathAndName() {
    Holder holder = couple.shown();
    String path = holder.path().orElse("");
    return (path.startsWith("/") ? path.substring(1) : path) + holder.name();
  }

  /** Requests of those who hold the permissions. */
  List<Requests> ofHolder() {
    List<Requests> all = new ArrayList<>();
    for (String partition : partitions) {
      for (Callers callers : callers(partition)) {
        all.add(Requests.of(callers.ofAccount(owner)));
      }
    }
    return all;
  }

  private List<Callers> callers(String partition) {
    Holder holder = couple.shown();
    Callers users = Callers.all(Caller.Kind.USER, partition);
    Callers sessions = Callers.all(Caller.Kind.ROLE_SESSION, partition);
    return switch (holder.type()) {
      case USER -> List.of(holder.nameIsKnown() ? named(users, ofUser(holder)) : users);
      case GROUP -> List.of(users);
      case ROLE ->
          List.of(holder.nameIsKnown() ? named(sessions, Compound.of(pathAndName())) : sessions);
      default -> List.of(sessions);
    };
  }

  /** The path of a user is not known to the model. */
  private static Compound ofUser(Holder user) {
    return new Compound(
        List.of(new Piece.Hole(Callers.PATH, Optional.empty()), new Piece.Letters(user.name())));
  }

  private static Callers named(Callers callers, Compound name) {
    return new Callers(
        callers.kind(),
        callers.partition(),
        callers.account(),
        Optional.of(name),
        callers.session(),
        callers.issuer(),
        callers.principal());
  }

  /**
   * Requests that a policy by itself may have to decide. Kinds of callers differ in who they are
   * and which condition keys they bring; where no policy asks for either, one kind stands for all.
   */
  List<Requests> ofPolicy(PolicyKind kind, Couple.Texts texts) {
    List<Requests> all = new ArrayList<>();
    for (String partition : partitions) {
      all.addAll(Population.of(kind, owner, partition));
    }
    boolean alike =
        kind.isPrincipalFree()
            && Stream.of(texts.before(), texts.after())
                .flatMap(Optional::stream)
                .flatMap(document -> document.statements().stream())
                .noneMatch(Asked::asksForCaller);
    return alike ? all.subList(0, 1) : all;
  }

  private static boolean asksForCaller(Statement statement) {
    return !statement.conditions().isEmpty()
        || statement.resource().patterns().stream().anyMatch(p -> !p.variables().isEmpty());
  }

  /** How a policy of a kind is read. */
  static PolicyScope scope(PolicyKind kind) {
    return switch (kind) {
      case TRUST -> PolicyScope.TRUST;
      case RESOURCE -> PolicyScope.RESOURCE;
      case RCP -> PolicyScope.RCP;
      case ENDPOINT -> PolicyScope.ENDPOINT;
      default -> PolicyScope.CALLER;
    };
  }
}
