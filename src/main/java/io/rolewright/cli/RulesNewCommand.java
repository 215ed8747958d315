package io.rolewright.cli;

import io.rolewright.analyze.PrivateRules;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code rolewright rules new}: a rule file to begin with. */
final class RulesNewCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("new");
    spec.usageMessage()
        .header("Begins a rule of your own: a small rule that works, to be changed into yours.")
        .customSynopsis("rolewright rules new [OPTION...] GROUP NAME")
        .description("%nWrites .rolewright/rules/GROUP/NAME.md. Never overwrites a file.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:The file is written.", "2:There is such a file, or it cannot be written."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright rules new trust only-ci-may-deploy",
            "  rolewright rules test .rolewright/rules/trust/only-ci-may-deploy.md");
    spec.addPositional(word("GROUP", "Folder of the rule, such as trust, session or federation."));
    spec.addPositional(word("NAME", "Name of the rule: lower-case words with hyphens."));
    spec.addOption(
        Typed.option("--id", "ID", "Id of the rule; default: the first from MY001 on that is free.")
            .type(String.class)
            .converters(RulesNewCommand::id)
            .build());
    spec.addOption(
        Typed.option("--rules", "DIR", "Folder of rules to write to; default: .rolewright/rules.")
            .type(Path.class)
            .converters(Typed::path)
            .build());
    return spec;
  }

  private static PositionalParamSpec word(String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("1")
        .required(true)
        .type(String.class)
        .converters(RulesNewCommand::name)
        .description(description)
        .build();
  }

  private static String name(String typed) {
    if (!RuleTemplate.isName(typed)) {
      throw new TypeConversionException(
          "`" + typed + "` is not lower-case words with hyphens, such as only-ci-may-deploy");
    }
    return typed;
  }

  private static String id(String typed) {
    if (!RuleTemplate.isId(typed)) {
      throw new TypeConversionException(
          "`" + typed + "` is not two to five capitals and three digits, such as MY001");
    }
    return typed;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    Path directory = terminal.directory();
    Optional<Path> given = Optional.ofNullable(typed.matchedOptionValue("--rules", null));
    Path folder =
        given
            .or(() -> PrivateRules.find(directory))
            .map(directory::resolve)
            .orElse(directory.resolve(PrivateRules.FOLDER));
    String name = typed.matchedPositionalValue(1, "");
    Path file = folder.resolve(typed.<String>matchedPositionalValue(0, "")).resolve(name + ".md");
    List<RuleMetadata> known =
        RulesOptions.known(
            engine, PrivateRules.load(given.stream().toList(), directory, directory));
    String id = typed.matchedOptionValue("--id", RuleTemplate.freeId(known));
    Optional<String> fault = taken(id, name, known).or(() -> write(file, id, name));
    if (fault.isPresent()) {
      terminal.say("error: " + fault.get());
      return Exit.FAILED;
    }
    Path shown = file.startsWith(directory) ? directory.relativize(file) : file;
    String said = "wrote " + shown + "\ntry `rolewright rules test " + shown + "`\n";
    terminal.out().write(said.getBytes(StandardCharsets.UTF_8));
    return Exit.CLEAN;
  }

  private static Optional<String> taken(String id, String name, List<RuleMetadata> known) {
    return known.stream()
        .filter(rule -> rule.id().equals(id) || rule.name().equals(name))
        .findFirst()
        .map(rule -> "there is a rule " + rule.id() + " " + rule.name() + ": " + rule.place());
  }

  /** Writes the file; what hinders that, if anything does. */
  private static Optional<String> write(Path file, String id, String name) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, RuleTemplate.page(id, name), StandardOpenOption.CREATE_NEW);
      return Optional.empty();
    } catch (FileAlreadyExistsException exists) {
      return Optional.of("there is a file " + file);
    } catch (IOException refused) {
      return Optional.of("cannot write " + file + ": " + OutputFile.reason(refused));
    }
  }
}
