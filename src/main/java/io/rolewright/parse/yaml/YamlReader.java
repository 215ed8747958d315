package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>, one document or several.
 *
 * <p>Works on the parser's events, not its node tree, so that depth and the size of what aliases
 * unfold to are bounded as they grow. Never throws on bad input.
 */
public final class YamlReader {

  private YamlReader() {}

  /** The documents of a file, up to the first syntax error. */
  public static Tree read(SourceFile file, Limits limits) {
    YamlText text = new YamlText(file);
    YamlTree tree = new YamlTree(text, limits);
    List<Problem> problems = new ArrayList<>();
    try {
      new Parse(settings(file)).parseString(file.text()).forEach(tree::accept);
    } catch (YamlProblem broken) {
      problems.add(broken.problem());
    } catch (MarkedYamlEngineException broken) {
      problems.add(problem(text, broken));
    } catch (YamlEngineException broken) {
      problems.add(Problem.error("this is no valid YAML", file.at(0, 0)));
    }
    List<Node> roots = tree.roots();
    return new Tree(file, roots, tree.comments(), problems);
  }

  private static LoadSettings settings(SourceFile file) {
    return LoadSettings.builder()
        .setUseMarks(true)
        .setParseComments(true)
        .setCodePointLimit(Math.max(1, file.text().length()))
        .setBufferSize(Math.max(1024, Math.min(file.text().length() + 1, 1 << 16)))
        .build();
  }

  private static Problem problem(YamlText text, MarkedYamlEngineException broken) {
    Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
    int at = mark.map(text::offset).orElse(0);
    return Problem.error(
        "this is no valid YAML: " + YamlWords.of(broken), text.file().at(at, at + 1));
  }
}
