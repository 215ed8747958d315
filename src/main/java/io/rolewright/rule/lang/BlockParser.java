package io.rolewright.rule.lang;

import io.rolewright.rule.lang.Syntax.Tag;
import io.rolewright.rule.lang.grammar.RuleLexer;
import io.rolewright.rule.lang.grammar.RuleParser;
import io.rolewright.rule.lang.grammar.RuleParser.BlockContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Reads the text of a rule block; the first mistake ends it. */
final class BlockParser {

  private BlockParser() {}

  /**
   * @param offset where the text begins in its file
   * @throws LanguageException at the first mistake
   */
  static Syntax parse(String text, int offset) {
    RuleParser parser = parser(text, offset);
    BlockContext block = parser.block();
    TreeReader reader = new TreeReader(offset);
    List<Syntax> clauses = new ArrayList<>();
    block.clause().forEach(clause -> clauses.add(reader.clause(clause)));
    return new Syntax(Tag.BLOCK, offset, offset + text.length(), "", clauses);
  }

  /** Reads an expression inside a message. */
  static Syntax expression(String text, int offset) {
    return new TreeReader(offset).expression(parser(text, offset).interpolated().expr());
  }

  private static RuleParser parser(String text, int offset) {
    RuleLexer lexer = new RuleLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    RuleParser parser = new RuleParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(new FirstMistake(offset));
    return parser;
  }

  /** Turns the parser's complaint into a message for people. */
  private static final class FirstMistake extends BaseErrorListener {

    private final int offset;

    FirstMistake(int offset) {
      this.offset = offset;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      Token token = (Token) symbol;
      boolean end = token.getType() == Token.EOF;
      String found = end ? "the end of the block" : "`" + token.getText() + "`";
      int start = offset + token.getStartIndex();
      int stop = end ? start : offset + token.getStopIndex() + 1;
      throw new LanguageException(start, stop, found + " cannot stand here" + expected(recognizer));
    }

    private static String expected(Recognizer<?, ?> recognizer) {
      RuleParser parser = (RuleParser) recognizer;
      ParserRuleContext place = parser.getContext();
      String rule = RuleParser.ruleNames[place.getRuleIndex()];
      return switch (rule) {
        case "block" -> "; a block is clauses that each begin with `for` and end with a `report`";
        case "clause", "step" ->
            "; a clause goes on with `for`, `let`, `where`, `when` or ends with `report`";
        case "each" -> "; write `for KIND NAME in LIST`";
        case "inquiry" -> "; write `possible request NAME from ACTOR where CONDITION`";
        case "report", "message" -> "; write `report PLACE \"message\"`";
        case "change" -> "; write `replace PLACE with TEXT`, `remove PLACE` or `add … to PLACE`";
        default -> "";
      };
    }
  }
}
