package io.rolewright.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.ScalarNode.Kind;
import io.rolewright.source.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Turns the tokens of one document into a tree, without recursion. Used once. */
final class JsonTokens {

  // why: our own limits apply; Jackson's would word the problem in its own way
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonText text;
  private final Limits limits;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Node> roots = new ArrayList<>();
  private int nodes;

  JsonTokens(JsonText text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  /** An object or array whose end has not been seen; {@code key} is that of the next value. */
  private static final class Open {
    private final int start;
    private final List<Member> members = new ArrayList<>();
    private final List<Node> items = new ArrayList<>();
    private Optional<ScalarNode> key = Optional.empty();

    private Open(int start) {
      this.start = start;
    }

    private void add(Node value) {
      key.ifPresentOrElse(k -> members.add(new Member(k, value)), () -> items.add(value));
      key = Optional.empty();
    }
  }

  /** The only value; anything after it is an error. */
  Node read() throws JsonProblem {
    return read(1).get(0);
  }

  /** The values of a text that holds several one after the other, and at least one. */
  List<Node> readSequence() throws JsonProblem {
    return read(Integer.MAX_VALUE);
  }

  private List<Node> read(int most) throws JsonProblem {
    try (JsonParser parser = FACTORY.createParser(text.source())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (open.isEmpty() && roots.size() == most) {
          throw syntaxError(start, most);
        }
        take(token, start, parser);
      }
    } catch (JsonProcessingException e) {
      throw syntaxError((int) e.getLocation().getCharOffset(), most);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: the source is a string
    }
    if (roots.isEmpty()) {
      throw syntaxError(0, most);
    }
    return roots;
  }

  private JsonProblem syntaxError(int fallback, int most) {
    return new JsonSyntax(text).firstError(fallback, most > 1);
  }

  private void take(JsonToken token, int start, JsonParser parser) throws IOException, JsonProblem {
    switch (token) {
      case START_OBJECT, START_ARRAY -> begin(start);
      case END_OBJECT -> endObject(start + 1);
      case END_ARRAY -> endArray(start + 1);
      case FIELD_NAME -> key(string(start, parser.currentName()));
      case VALUE_STRING -> add(string(start, parser.getText()));
      case VALUE_TRUE, VALUE_FALSE -> add(bare(start, parser.getText(), Kind.BOOLEAN));
      case VALUE_NULL -> add(bare(start, parser.getText(), Kind.NULL));
      default -> add(bare(start, parser.getText(), Kind.NUMBER));
    }
  }

  private void begin(int start) throws JsonProblem {
    if (open.size() >= limits.depth()) {
      throw new JsonProblem(
          "nested deeper than " + limits.depth() + " levels", text.originOf(start, start + 1));
    }
    open.push(new Open(start));
  }

  private void endObject(int end) throws JsonProblem {
    Open done = open.pop();
    Origin origin = text.originOf(done.start, end);
    add(new ObjectNode(origin, Optional.empty(), done.members));
  }

  private void endArray(int end) throws JsonProblem {
    Open done = open.pop();
    add(new ArrayNode(text.originOf(done.start, end), Optional.empty(), done.items));
  }

  private void add(Node value) throws JsonProblem {
    count(value);
    if (open.isEmpty()) {
      roots.add(value);
    } else {
      open.element().add(value);
    }
  }

  private void key(ScalarNode key) throws JsonProblem {
    count(key);
    open.element().key = Optional.of(key);
  }

  private void count(Node node) throws JsonProblem {
    if (++nodes > limits.nodes()) {
      throw new JsonProblem(
          "holds more than " + limits.nodes() + " keys and values", node.origin());
    }
  }

  private ScalarNode string(int start, String parsed) {
    int end = text.endOfString(start);
    String value = text.hasHoles() ? text.decode(start, end).text() : parsed;
    return ScalarNode.read(
        text.originOf(start, end),
        Optional.empty(),
        Kind.STRING,
        value,
        () -> text.decode(start, end));
  }

  private ScalarNode bare(int start, String parsed, Kind kind) {
    int end = start + parsed.length();
    String value = text.hasHoles() ? text.verbatim(start, end).text() : parsed;
    return ScalarNode.read(
        text.originOf(start, end),
        Optional.empty(),
        value.equals(parsed) ? kind : Kind.STRING,
        value,
        () -> text.verbatim(start, end));
  }
}
