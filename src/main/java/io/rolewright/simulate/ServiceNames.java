package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;

/** The names of AWS services as templates write them. */
public final class ServiceNames {

  private ServiceNames() {}

  /** {@code ec2.<AWS::URLSuffix>} names the same service in every partition. */
  public static Text resolved(Text name) {
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : name.parts()) {
      boolean suffix =
          part instanceof TextPart.Unknown unknown && unknown.name().equals("AWS::URLSuffix");
      parts.add(suffix ? new TextPart.Literal("amazonaws.com") : part);
    }
    return new Text(name.origin(), parts);
  }
}
