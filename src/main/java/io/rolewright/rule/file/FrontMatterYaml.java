package io.rolewright.rule.file;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML between the two lines of {@code ---}: a mapping of words to texts, to lists of texts, or
 * to mappings of texts, and nothing deeper, so that no front matter is hard to read.
 */
final class FrontMatterYaml {

  /**
   * What a key has.
   *
   * @param key where the key stands
   * @param at where the value stands
   * @param text of a plain value
   * @param list of a list
   * @param map of a mapping
   */
  record Value(
      Origin key,
      Origin at,
      Optional<String> text,
      Optional<List<String>> list,
      Optional<Map<String, String>> map) {}

  /** Ends the reading. Never leaves this class. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Unreadable(String message, Origin at) {
      super(message, null, false, false);
      this.problem = Problem.error(message, at);
    }
  }

  private final SourceFile page;
  private final int end;
  private final Iterator<Event> events;

  private FrontMatterYaml(SourceFile page, int end) {
    this.page = page;
    this.end = end;
    int start = page.lineStart(2);
    String yaml = page.text().substring(start, page.lineStart(end));
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    this.events = new Parse(settings).parseString(yaml).iterator();
  }

  /**
   * @param end the line, from 1, of the second {@code ---}
   */
  static Map<String, Value> read(SourceFile page, int end, Consumer<Problem> problems) {
    try {
      return new FrontMatterYaml(page, end).mapping();
    } catch (Unreadable broken) {
      problems.accept(broken.problem);
    } catch (MarkedYamlEngineException broken) {
      problems.accept(Problem.error("front matter: " + message(broken), place(page, end, broken)));
    } catch (YamlEngineException broken) {
      String message = "front matter: a character that YAML forbids";
      problems.accept(Problem.error(message, page.at(0, 3)));
    }
    return Map.of();
  }

  private static String message(MarkedYamlEngineException broken) {
    String problem = broken.getProblem();
    return problem == null ? "not YAML" : problem.lines().findFirst().orElse("not YAML");
  }

  private static Origin place(SourceFile page, int end, MarkedYamlEngineException broken) {
    int at = broken.getProblemMark().map(mark -> offset(page, end, mark)).orElse(0);
    return page.at(at, at + 1);
  }

  /** Marks count lines from 0 below the first {@code ---}, and columns in code points. */
  private static int offset(SourceFile page, int end, Mark mark) {
    int line = Math.min(mark.getLine() + 2, end);
    String text = page.line(line);
    int column = Math.min(mark.getColumn(), text.codePointCount(0, text.length()));
    return page.lineStart(line) + text.offsetByCodePoints(0, column);
  }

  private Map<String, Value> mapping() throws Unreadable {
    Event first = next();
    while (first.getEventId() == Event.ID.StreamStart
        || first.getEventId() == Event.ID.DocumentStart) {
      first = next();
    }
    if (first.getEventId() != Event.ID.MappingStart) {
      throw new Unreadable("front matter is lines of the form `id: XX001`", page.at(0, 3));
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      Value value = value(at(key), next());
      if (values.putIfAbsent(scalar(key), value) != null) {
        throw new Unreadable("`" + scalar(key) + "` is said twice", at(key));
      }
    }
    return values;
  }

  private Value value(Origin key, Event event) throws Unreadable {
    Optional<String> none = Optional.empty();
    return switch (event.getEventId()) {
      case SequenceStart -> new Value(key, key, none, Optional.of(list()), Optional.empty());
      case MappingStart -> new Value(key, key, none, Optional.empty(), Optional.of(map()));
      default ->
          new Value(key, at(event), Optional.of(scalar(event)), Optional.empty(), Optional.empty());
    };
  }

  private List<String> list() throws Unreadable {
    List<String> list = new ArrayList<>();
    for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
      list.add(scalar(item));
    }
    return list;
  }

  private Map<String, String> map() throws Unreadable {
    Map<String, String> map = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      map.put(scalar(key), scalar(next()));
    }
    return map;
  }

  private String scalar(Event event) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    String what =
        event instanceof AliasEvent ? "front matter has no aliases" : "this nests too deep";
    throw new Unreadable(what, at(event));
  }

  private Event next() {
    return events.next();
  }

  private Origin at(Event event) {
    int start = event.getStartMark().map(mark -> offset(page, end, mark)).orElse(0);
    int stop = event.getEndMark().map(mark -> offset(page, end, mark)).orElse(start);
    return page.at(start, Math.max(start + 1, stop));
  }
}
