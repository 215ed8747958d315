package io.rolewright.analyze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Findings that were there when somebody said "from here on". Known by fingerprint, so that they
 * stay known when lines move.
 *
 * <p>As a file: {@code {"schemaVersion": 1, "findings": [{"fingerprint": …, "rule": …, "file":
 * …}]}}, one finding a line in the order of reports, so that a review shows what was accepted. Only
 * the fingerprints are read back.
 */
public final class Baseline {

  /** The baseline that accepts nothing. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  private static final int SCHEMA_VERSION = 1;

  private final Set<String> fingerprints;

  private Baseline(Set<String> fingerprints) {
    this.fingerprints = Set.copyOf(fingerprints);
  }

  /** Whether a finding of this fingerprint was accepted. */
  public boolean has(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }

  public int size() {
    return fingerprints.size();
  }

  /** Reads a baseline file; what is wrong with it is a problem, and then there is none. */
  public static Optional<Baseline> read(SourceFile file, Consumer<Problem> problems) {
    Set<String> found = new TreeSet<>();
    try (JsonParser json = new JsonFactory().createParser(file.text())) {
      boolean ours = false;
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          JsonToken value = json.nextToken();
          ours |= field.equals("schemaVersion") && json.getText().equals("" + SCHEMA_VERSION);
          if (field.equals("fingerprint") && value == JsonToken.VALUE_STRING) {
            found.add(json.getText());
          }
        }
      }
      return ours ? Optional.of(new Baseline(found)) : refused(file, problems);
    } catch (JsonProcessingException e) {
      int at = (int) Math.max(0, e.getLocation().getCharOffset());
      problems.accept(Problem.error("the baseline is not valid JSON", file.at(at, at + 1)));
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("text cannot fail to be read", e);
    }
  }

  private static Optional<Baseline> refused(SourceFile file, Consumer<Problem> problems) {
    String message = "this is no baseline: it has no `schemaVersion` of 1";
    problems.accept(Problem.error(message, file.whole()));
    return Optional.empty();
  }

  /** Writes a baseline that accepts what an analysis found, save what is suppressed elsewhere. */
  public static void write(Analysis analysis, Writer out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out).setPrettyPrinter(layout())) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("findings");
      for (Result result : analysis.results()) {
        if (isAccepted(result)) {
          entry(json, result);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static DefaultPrettyPrinter layout() {
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter();
    layout.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    layout.indentArraysWith(new DefaultIndenter("", "\n"));
    return layout;
  }

  /** Whether {@link #write} takes a result in. */
  public static boolean isAccepted(Result result) {
    return result.suppressed().map(s -> s.by() == Result.By.BASELINE).orElse(true);
  }

  private static void entry(JsonGenerator json, Result result) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", result.fingerprint());
    json.writeStringField("rule", result.finding().rule().id());
    json.writeStringField("file", result.finding().at().file().name());
    json.writeEndObject();
  }
}
