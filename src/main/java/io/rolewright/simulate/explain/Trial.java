package io.rolewright.simulate.explain;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request under policies, to be decided: what a {@link Change} changes.
 *
 * <p>Session tags and {@code aws:TagKeys} tell the same thing twice (section 3.4): changing one
 * changes the other.
 */
public record Trial(Request request, PoliciesInForce policies) {

  private static final String REQUEST_TAG = "aws:RequestTag/";
  private static final String TAG_KEYS = "aws:TagKeys";
  private static final String ANY_VALUE = "example";

  /** With one key set, or left out where {@code values} is empty. */
  Trial with(String key, List<String> values) {
    Context context = request.context();
    boolean list = context.isList(key) || key.equalsIgnoreCase(TAG_KEYS) || values.size() > 1;
    Context changed = list ? context.withList(key, values) : context.with(key, values);
    if (key.equalsIgnoreCase(TAG_KEYS)) {
      changed = tagsOf(changed, values);
    } else if (isRequestTag(key)) {
      changed = changed.withList(TAG_KEYS, tagKeys(changed));
    }
    Request request =
        new Request(
            this.request.principal(), this.request.action(), this.request.resource(), changed);
    return new Trial(request, policies);
  }

  Trial with(PoliciesInForce others) {
    return new Trial(request, others);
  }

  /** The same request for another action. */
  Trial with(String action) {
    return new Trial(
        new Request(request.principal(), action, request.resource(), request.context()), policies);
  }

  boolean passesTags() {
    return request.context().asMap().keySet().stream().anyMatch(Trial::isRequestTag);
  }

  boolean passesSourceIdentity() {
    return request.context().has("sts:SourceIdentity");
  }

  private static Context tagsOf(Context context, List<String> keys) {
    Context changed = context;
    for (String present : tagKeys(context)) {
      if (keys.stream().noneMatch(present::equalsIgnoreCase)) {
        changed = changed.with(REQUEST_TAG + present, List.of());
      }
    }
    for (String key : keys) {
      if (!changed.has(REQUEST_TAG + key)) {
        changed = changed.with(REQUEST_TAG + key, ANY_VALUE);
      }
    }
    return changed;
  }

  private static List<String> tagKeys(Context context) {
    List<String> keys = new ArrayList<>();
    for (String key : context.asMap().keySet()) {
      if (isRequestTag(key)) {
        keys.add(key.substring(REQUEST_TAG.length()));
      }
    }
    return keys;
  }

  private static boolean isRequestTag(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith("aws:requesttag/");
  }
}
