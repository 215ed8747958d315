package io.rolewright.analyze.managed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy such as AWS writes and all customers may attach.
 *
 * @param path with both slashes, as in its ARN
 * @param versions the texts of its versions, never none; the last is the one in force
 */
record ManagedPolicy(String name, String path, List<String> versions) {

  ManagedPolicy {
    versions = List.copyOf(versions);
  }

  String arn() {
    return "arn:aws:iam::aws:policy" + path + name;
  }

  /** The version in force. */
  String text() {
    return versions.get(versions.size() - 1);
  }

  /** The same in the list of policies of an account export. */
  String exported() {
    String all =
        IntStream.range(0, versions.size())
            .mapToObj(this::version)
            .collect(Collectors.joining(",\n"));
    return """
        {"PolicyName": "%s", "Path": "%s", "Arn": "%s", "DefaultVersionId": "v%d",
         "AttachmentCount": 1, "IsAttachable": true, "PolicyVersionList": [%s]}"""
        .formatted(name, path, arn(), versions.size(), all);
  }

  private String version(int i) {
    return "{\"VersionId\": \"v%d\", \"IsDefaultVersion\": %s, \"Document\": %s}"
        .formatted(i + 1, i + 1 == versions.size(), versions.get(i));
  }
}
