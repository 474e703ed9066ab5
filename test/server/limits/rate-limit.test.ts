// Every account has its own bucket, and responses report what is left in it.
import t from "tap";
import { LocalRateLimiter } from "../../../server/limits/rate-limit.ts";
import { ApiProblem } from "../../../server/problems/api-problem.ts";

t.test("a burst is accepted, then requests at the configured rate", (t) => {
  let now = 0;
  const limiter = new LocalRateLimiter({ perSecond: 10, burst: 3 }, () => now);
  t.same(limiter.take("a"), { RateLimit: '"default";r=2;t=1', "RateLimit-Policy": '"default";q=3;w=1' });
  limiter.take("a");
  t.match(limiter.take("a"), { RateLimit: '"default";r=0;t=1' });
  t.throws(
    () => limiter.take("a"),
    new ApiProblem("tooManyRequests", { detail: "This account may send 10 requests a second; wait 1 s." }),
  );
  t.doesNotThrow(() => limiter.take("b"), "another account is not held up");
  now += 100;
  t.doesNotThrow(() => limiter.take("a"));
  t.throws(() => limiter.take("a"), ApiProblem);
  now += 60_000;
  for (let count = 0; count < 3; count++) limiter.take("a");
  t.throws(() => limiter.take("a"), ApiProblem, "what was not used does not add up beyond the burst");
  t.end();
});
