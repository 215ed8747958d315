package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>, several documents in a file included.
 *
 * <p>Values stay the text that was written: {@code 012345678901} and {@code 2012-10-17} are no
 * numbers or dates, {@code yes} is no Boolean. Tags such as {@code !Sub} are kept, those of the
 * core schema ({@code !!str}) applied. Duplicate keys are kept. An alias is the very node it names.
 * A merge key {@code <<} gives way to the members it stands for, save those that the mapping has
 * itself.
 *
 * <p>Never throws on bad input: the first error, or the first bound of {@link Limits} that is
 * exceeded, becomes a problem at its exact place and ends the reading.
 */
public final class YamlReader {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();

  private YamlReader() {}

  /** Reads a whole file. */
  public static Tree read(SourceFile file, Limits limits) {
    CodePoints points = new CodePoints(file.text());
    YamlTree tree = new YamlTree(file, points, limits);
    try {
      for (Event event : new Parse(SETTINGS).parseString(file.text())) {
        tree.take(event);
      }
      return tree.finish();
    } catch (YamlProblem e) {
      return tree.endedBy(e);
    } catch (MarkedYamlEngineException e) {
      return tree.endedBy(new YamlSyntax(file, points).explain(e));
    } catch (YamlEngineException e) {
      return tree.endedBy(unreadable(file));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // why: the parser lets these escape for some escapes that are cut off or no code point
      return tree.endedBy(new YamlSyntax(file, points).badEscape(tree.passed()));
    }
  }

  /** The stream reader gives no mark: its only complaint is a character that YAML forbids. */
  private static YamlProblem unreadable(SourceFile file) {
    String text = file.text();
    int at = 0;
    while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return new YamlProblem("not valid YAML", file.at(0, 0));
    }
    Origin place = file.at(at, at + Character.charCount(text.codePointAt(at)));
    return new YamlProblem(
        String.format("the control character U+%04X cannot stand in YAML", text.codePointAt(at)),
        place);
  }
}
