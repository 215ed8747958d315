package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BypassesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
    # boundary     | session        | resource policy                                                                                     | found
      -            | allow ec2:*    | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | SESSION_ARN SESSION_POLICY
      -            | allow s3:*     | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | -
      -            | allow ec2:*; deny s3:* | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}           | -
      -            | allow ec2:*    | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/other/alice"}                 | -
      -            | allow ec2:*    | allow s3:GetObject to {"AWS": "arn:aws:iam::111122223333:role/app"}                                 | -
      -            | allow ec2:*    | allow s3:GetObject to {"AWS": "111122223333"}                                                       | -
      -            | allow ec2:*    | allow s3:GetObject to "*"                                                                           | -
      -            | allow ec2:*    | allow s3:GetObject to "*" if {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app"}}   | STAR_WITH_PRINCIPAL_ARN SESSION_POLICY
      -            | allow ec2:*    | allow s3:GetObject to "*" if {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/other"}} | -
      -            | -              | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | -
      allow ec2:*  | -              | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | SESSION_ARN BOUNDARY
      allow s3:*   | -              | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | -
      allow ec2:*  | -              | allow s3:GetObject to {"AWS": "arn:aws:iam::111122223333:role/app"}                                 | -
      allow ec2:*  | allow s3:*     | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}                   | SESSION_ARN BOUNDARY
      -            | allow ec2:*    | allow s3:GetObject to {"AWS": "arn:aws:sts::111122223333:assumed-role/app/alice"}; deny s3:* to "*" | -
      """)
  void are_statements_that_name_a_session_past_what_bounds_it(
      String boundary, String session, String resource, String found) {
    Role role = Written.role("app", "allow *", boundary == null ? "" : boundary, "");
    Granted granted = new Granted(Written.grant(session == null ? "" : session, "app"), role, true);
    List<Bypass> bypasses =
        Written.ask(
                Written.inventory(
                    List.of(role), List.of(granted.grant()), List.of(Written.resource(resource))))
            .bypasses(granted);
    String shown =
        bypasses.stream().map(b -> b.form() + " " + b.layer()).collect(Collectors.joining(", "));
    assertThat(shown).isEqualTo(found == null ? "" : found);
    assertThat(bypasses).allMatch(b -> b.answer().isYes());
    assertThat(bypasses)
        .allMatch(b -> b.answer().witness().get().request().action().equals("s3:GetObject"));
  }
}
