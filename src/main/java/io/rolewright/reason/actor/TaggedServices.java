package io.rolewright.reason.actor;

import io.rolewright.reason.Strangers;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Services that hand a role to programs outside AWS or in a cluster and tell by session tags which
 * one it is: IAM Roles Anywhere (R3.22) and EKS Pod Identity (R3.25).
 */
public final class TaggedServices {

  /** The service principal of IAM Roles Anywhere. */
  public static final String ROLES_ANYWHERE = "rolesanywhere.amazonaws.com";

  /** The service principal of EKS Pod Identity. */
  public static final String PODS = "pods.eks.amazonaws.com";

  private static final String ASSUME = "sts:AssumeRole";
  private static final String ANCHOR = "trust-anchor/";
  private static final String CLUSTER =
      "arn:aws:eks:us-east-1:" + Strangers.ACCOUNT + ":cluster/" + Strangers.NAME;

  private static final Language ANCHORS =
      Language.of(
          List.of(
              new Pattern.Builder()
                  .characters("arn:")
                  .runWithoutColon()
                  .characters(":rolesanywhere:")
                  .runWithoutColon()
                  .character(':')
                  .runWithoutColon()
                  .characters(":" + ANCHOR)
                  .oneWithoutColon()
                  .runWithoutColon()
                  .build()));

  /** What no id has: wildcards, and the bracket before what a template fills in. */
  private static final List<Pattern> UNWRITTEN =
      List.of(containing('*'), containing('?'), containing('<'));

  private TaggedServices() {}

  private static Pattern containing(char letter) {
    return new Pattern.Builder().run().character(letter).run().build();
  }

  /**
   * Whoever has a certificate of a trust anchor that the policies do not name; what the certificate
   * says he can choose, since names are unique to one authority only.
   */
  public static Actor anotherAnchor() {
    return target -> {
      Named named = target.named();
      DeputyKeys deputy = new DeputyKeys(ROLES_ANYWHERE, named);
      Say own =
          key -> isSource(key) ? key.free() : isArn(key) ? anchor(key, named) : deputy.of(key);
      return anywhere(target, own);
    };
  }

  /** Whoever has a certificate of any trust anchor, in which nothing is as the policies ask. */
  public static Actor anotherCertificate() {
    return target -> {
      DeputyKeys deputy = new DeputyKeys(ROLES_ANYWHERE, target.named());
      Say own =
          key -> {
            if (isSource(key)) {
              return key.free();
            }
            boolean told = isTag(key) || key.name().equals("sts:sourceidentity");
            return isArn(key) ? key.present() : told ? key.only(Strangers.NAME) : deputy.of(key);
          };
      return anywhere(target, own);
    };
  }

  private static List<Requests> anywhere(Target target, Say own) {
    Callers callers = Callers.of(Caller.service(ROLES_ANYWHERE));
    String id = "99999999-9999-4999-8999-999999999999";
    String owner = target.owner();
    String anchor = "arn:aws:rolesanywhere:us-east-1:" + owner + ":" + ANCHOR + id;
    return List.of(
        target
            .requests(callers, ASSUME)
            .where(own.restriction(Map.of("aws:sourcearn", List.of(anchor)))));
  }

  /** A pod that nobody has in mind, of a cluster of a stranger. */
  public static Actor anotherPod() {
    Callers callers = Callers.of(Caller.service(PODS));
    return target -> {
      DeputyKeys deputy = new DeputyKeys(PODS, target.named());
      Say own = key -> isTag(key) ? pod(key) : deputy.of(key);
      Map<String, List<String>> examples = Map.of("aws:sourcearn", List.of(CLUSTER));
      return List.of(target.requests(callers, ASSUME).where(own.restriction(examples)));
    };
  }

  private static Formula pod(Key key) {
    return switch (key.name()) {
      case "aws:requesttag/eks-cluster-arn" -> key.only(CLUSTER);
      case "aws:requesttag/eks-cluster-name",
          "aws:requesttag/kubernetes-namespace",
          "aws:requesttag/kubernetes-service-account",
          "aws:requesttag/kubernetes-pod-name",
          "aws:requesttag/kubernetes-pod-uid" ->
          key.only(Strangers.NAME);
      default -> key.absent();
    };
  }

  private static boolean isArn(Key key) {
    return key.name().equals("aws:sourcearn");
  }

  /** An anchor is of the role's own account, which the policies may ask for. */
  private static boolean isSource(Key key) {
    return switch (key.name()) {
      case "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths" -> true;
      default -> false;
    };
  }

  private static boolean isTag(Key key) {
    return key.name().startsWith("aws:principaltag/") || key.name().startsWith("aws:requesttag/");
  }

  /** AWS gives each anchor an id of its own, so that nobody else has one that is written out. */
  private static Formula anchor(Key key, Named named) {
    List<Pattern> known = new ArrayList<>(UNWRITTEN);
    named
        .of(key.name())
        .forEach(
            text -> {
              String written = text.hasWildcard() ? lastOf(text.shown()) : text.shown();
              int id = written.indexOf(ANCHOR);
              if (id >= 0 && written.length() > id + ANCHOR.length()) {
                known.add(new Pattern.Builder().run().characters(written.substring(id)).build());
              }
            });
    return key.encoding().formulas().and(key.present(), key.onlyBut(ANCHORS, Language.of(known)));
  }

  /** What stands behind the last wildcard. */
  private static String lastOf(String written) {
    return written.substring(Math.max(written.lastIndexOf('*'), written.lastIndexOf('?')) + 1);
  }
}
