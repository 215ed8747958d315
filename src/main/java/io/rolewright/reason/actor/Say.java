package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyForm;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an actor has a say in: of every condition key, what it can be in a request of his. */
@FunctionalInterface
interface Say {

  Formula of(Key key);

  /**
   * That all keys that policies read are as he can make them.
   *
   * @param examples texts to show if they will do, by key or field
   */
  default Requests.Restriction restriction(Map<String, List<String>> examples) {
    return restriction(name -> Optional.ofNullable(examples.get(name)).map(Hints::of), Set.of());
  }

  /**
   * The same, and of keys that requests have although no policy may read them.
   *
   * @param examples texts to show by key or field, asked for when there is something to show
   * @param always their names in lower case
   */
  default Requests.Restriction restriction(
      Function<String, Optional<Hints>> examples, Set<String> always) {
    return new Requests.Restriction() {
      @Override
      public Formula on(Encoding encoding) {
        List<Formula> all = new ArrayList<>();
        for (Map.Entry<String, KeyForm> key : encoding.mentioned().entrySet()) {
          all.add(of(new Key(key.getKey(), key.getValue(), encoding)));
        }
        return encoding.formulas().and(all);
      }

      @Override
      public Set<String> keys() {
        return always;
      }

      @Override
      public Optional<Hints> examples(String name) {
        return examples.apply(name);
      }
    };
  }
}
