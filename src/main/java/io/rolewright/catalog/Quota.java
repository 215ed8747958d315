package io.rolewright.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A limit that AWS sets (R1.7, R3.1).
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *     AWS STS quotas</a>
 */
public enum Quota {
  TRUST_POLICY_LENGTH,
  MANAGED_POLICY_LENGTH,
  /** All inline policies of one user together. */
  USER_INLINE_POLICIES_LENGTH,
  /** All inline policies of one role together. */
  ROLE_INLINE_POLICIES_LENGTH,
  /** All inline policies of one group together. */
  GROUP_INLINE_POLICIES_LENGTH,
  /** What the IAM API takes of any policy document. */
  ANY_POLICY_LENGTH,
  MANAGED_POLICIES_PER_ROLE,
  MANAGED_POLICIES_PER_USER,
  MANAGED_POLICIES_PER_GROUP,
  POLICY_VERSIONS,
  SCP_LENGTH,
  SCPS_PER_NODE,
  RCP_LENGTH,
  RCPS_PER_NODE,
  /** The inline session policy of an STS call, with the ARNs of its managed session policies. */
  SESSION_POLICY_LENGTH,
  /** The managed policies an STS call may name as session policies. */
  SESSION_MANAGED_POLICIES,
  SESSION_TAGS,
  SESSION_TAG_KEY_LENGTH,
  SESSION_TAG_VALUE_LENGTH,
  BUCKET_POLICY_LENGTH,
  PERMISSION_SET_INLINE_POLICY_LENGTH,
  TRANSFER_SESSION_POLICY_LENGTH,
  ROLES_ANYWHERE_PROFILE_MANAGED_POLICIES,
  /** A role's longest session: what holds if the role says nothing, and the most it may say. */
  ROLE_MAX_SESSION_DURATION,
  /** The least a role may set as its longest session. */
  ROLE_MAX_SESSION_DURATION_LEAST,
  /** The shortest session an AssumeRole call may ask for. */
  SESSION_DURATION_LEAST,
  /** The longest session that one role's session can get of another role. */
  CHAINED_SESSION_DURATION,
  /** With its path at most as much, where people switch to the role in the console. */
  ROLE_NAME_LENGTH,
  ROLE_PATH_LENGTH,
  ROLE_TAGS,
  ROLE_SESSION_NAME_LENGTH,
  ROLE_SESSION_NAME_LENGTH_LEAST,
  SOURCE_IDENTITY_LENGTH,
  SOURCE_IDENTITY_LENGTH_LEAST,
  EXTERNAL_ID_LENGTH,
  EXTERNAL_ID_LENGTH_LEAST,
  POLICY_NAME_LENGTH;

  /** What a limit counts. */
  public enum Unit {
    /** Characters of a document, white space left out. */
    CHARACTERS,
    /** Characters of a text, all of them. */
    RAW,
    COUNT,
    SECONDS
  }

  private record Limit(int usual, int most, Unit unit, String source) {}

  private static final class Shipped {
    static final Map<Quota, Limit> LIMITS = load();

    private static Map<Quota, Limit> load() {
      Map<Quota, Limit> limits = new EnumMap<>(Quota.class);
      for (List<String> row : Table.shipped("quotas.tsv").rows()) {
        limits.put(valueOf(row.get(0)), limit(row));
      }
      return limits;
    }

    private static Limit limit(List<String> row) {
      return new Limit(
          Integer.parseInt(row.get(1)),
          Integer.parseInt(row.get(2)),
          Table.constant(Unit.class, row.get(3)),
          row.get(4));
    }
  }

  /** The limit of an account that has not asked AWS for more: going over deserves a warning. */
  public int usual() {
    return limit().usual;
  }

  /** The highest limit AWS grants: going over is an error. */
  public int most() {
    return limit().most;
  }

  public Unit unit() {
    return limit().unit;
  }

  /** Where this was read. */
  public String source() {
    return limit().source;
  }

  private Limit limit() {
    return Shipped.LIMITS.get(this);
  }
}
