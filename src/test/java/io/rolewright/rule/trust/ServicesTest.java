package io.rolewright.rule.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services are deputies, and what misspelt names were meant to be. */
class ServicesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          scheduler.amazonaws.com,           HIGH
          scheduler.eu-west-1.amazonaws.com, HIGH
          pipes.amazonaws.com,               MEDIUM
          ec2.amazonaws.com,
          ecs-tasks.amazonaws.com,
          pods.eks.amazonaws.com,
          rolesanywhere.amazonaws.com,
          states.amazonaws.com,              HIGH
          config.amazonaws.com,
          unheard-of.amazonaws.com,
          """)
  void an_unguarded_deputy(String service, Severity grave) {
    assertThat(Deputies.severity(service).orElse(null)).isEqualTo(grave);
  }

  @ParameterizedTest(name = "{0} is meant to be {1}")
  @CsvSource(
      textBlock =
          """
          lamda.amazonaws.com,        lambda.amazonaws.com
          EC2.amazonaws.com,          ec2.amazonaws.com
          glue,                       glue.amazonaws.com
          https://ec2.amazonaws.com/, ec2.amazonaws.com
          ec2.aws.com,                ec2.amazonaws.com
          xyz.amazonaws.com,
          """)
  void a_misspelt_name(String written, String meant) {
    assertThat(MeantService.by(written).orElse(null)).isEqualTo(meant);
  }
}
