package io.rolewright.rule.permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What full control of a service comes to, for the services where it matters most. */
final class ServiceRisk {

  private static final Map<String, String> RISKS = risks();

  private ServiceRisk() {}

  /** The services whose whole control is a risk of its own, the gravest first. */
  static List<String> sensitiveServices() {
    return List.copyOf(RISKS.keySet());
  }

  /** The risk as the end of a message, {@code : data exfiltration and deletion}; or nothing. */
  static String of(String service) {
    String risk = RISKS.get(service);
    return risk == null ? "" : ": " + risk;
  }

  private static Map<String, String> risks() {
    Map<String, String> risks = new LinkedHashMap<>();
    risks.put("s3", "data exfiltration and deletion");
    risks.put("kms", "control over encryption keys");
    risks.put("secretsmanager", "credential exposure");
    risks.put("iam", "privilege escalation");
    risks.put("sts", "sessions of other roles");
    risks.put("ssm", "credential exposure and commands on machines");
    risks.put("dynamodb", "data exfiltration and deletion");
    risks.put("rds", "data exfiltration and deletion");
    risks.put("ec2", "control over machines and networks");
    risks.put("lambda", "running code under other roles");
    risks.put("organizations", "control over the organisation");
    risks.put("sso", "control over who may sign in");
    risks.put("ecr", "tampering with container images");
    risks.put("sqs", "reading and forging messages");
    risks.put("sns", "reading and forging messages");
    risks.put("logs", "reading and deleting logs");
    risks.put("cloudformation", "control over whole stacks");
    return risks;
  }
}
