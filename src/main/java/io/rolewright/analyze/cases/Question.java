package io.rolewright.analyze.cases;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.StsCall;
import java.util.List;
import java.util.function.Function;

/** What a case asks. */
public sealed interface Question {

  <R> R match(
      Function<Requests, R> requests, Function<Document, R> document, Function<Call, R> call);

  /**
   * Are these requests allowed, all of them?
   *
   * @param all the documents of {@code policies} with the kinds they were given for
   * @param requests at least one; the first refused one decides
   */
  record Requests(PoliciesInForce policies, List<Document> all, List<Request> requests)
      implements Question {
    public Requests {
      all = List.copyOf(all);
      requests = List.copyOf(requests);
    }

    @Override
    public <R> R match(
        Function<Requests, R> requests, Function<Document, R> document, Function<Call, R> call) {
      return requests.apply(this);
    }
  }

  /** Would AWS store this policy? */
  record Document(PolicyKind kind, PolicyDocument policy) implements Question {
    @Override
    public <R> R match(
        Function<Requests, R> requests, Function<Document, R> document, Function<Call, R> call) {
      return document.apply(this);
    }
  }

  /**
   * Would STS take this call?
   *
   * @param maxSessionDuration of the role asked for, in seconds; IAM's default where not told
   */
  record Call(StsCall call, Credentials credentials, int maxSessionDuration) implements Question {
    @Override
    public <R> R match(
        Function<Requests, R> requests, Function<Document, R> document, Function<Call, R> call) {
      return call.apply(this);
    }
  }
}
