// Processes on one store share limits: properties of a simulated bucket, and two servers on one PostgreSQL.
import t from "tap";
import { RateLimitSpeaker } from "../../../server/limits/rate-limit-fields.ts";
import { ApiProblem } from "../../../server/problems/api-problem.ts";
import { SharedRateLimiter, type TakeTokens } from "../../../server/limits/shared-rate-limit.ts";
import { StoreUnavailableError } from "../../../server/store/store.ts";
import { startPostgres } from "../../support/postgres.ts";
import { call, startTestServer } from "../../support/test-server.ts";

/** A bucket that is never refilled, with the number of queries to it. */
function bucketOf(tokens: number): { take: TakeTokens; requested: number[]; fill: (more: number) => void } {
  let left = tokens;
  const requested: number[] = [];
  return {
    requested,
    fill: (more) => (left += more),
    take: ({ wanted }) => {
      requested.push(wanted);
      const granted = Math.min(wanted, Math.floor(left));
      left -= granted;
      return Promise.resolve({ granted, left });
    },
  };
}

t.test(
  "most requests need no query of the shared bucket, and no more are accepted than there are tokens",
  async (t) => {
    const settings = { perSecond: 100, burst: 200 };
    const bucket = bucketOf(43);
    const limiters = [1, 2].map(() => new SharedRateLimiter(settings, bucket.take, () => 0));
    const results: unknown[] = [];
    for (let count = 0; count < 60; count++) {
      const limiter = limiters[count % 2]!;
      results.push(
        await Promise.resolve()
          .then(() => limiter.take("a"))
          .catch((error: unknown) => error),
      );
    }
    t.equal(results.filter((result) => result instanceof ApiProblem).length, 17);
    t.ok(bucket.requested.length <= 12, `asked ${bucket.requested.length} times for 60 requests`);
    t.match(results[0], { RateLimit: '"default";r=42;t=2', "RateLimit-Policy": '"default";q=200;w=2' });
  },
);

t.test(
  "concurrent requests share one query; an empty bucket is not queried before it can have a token",
  async (t) => {
    let now = 0;
    const bucket = bucketOf(50);
    const limiter = new SharedRateLimiter({ perSecond: 10, burst: 100 }, bucket.take, () => now);
    const takes = await Promise.allSettled(Array.from({ length: 80 }, async () => limiter.take("a")));
    t.equal(takes.filter(({ status }) => status === "fulfilled").length, 50);
    const rejected = takes.find((take) => take.status === "rejected");
    t.match(rejected?.reason, new RateLimitSpeaker({ perSecond: 10, burst: 100 }).tooManyRequests(0));
    const requested = bucket.requested.length;
    bucket.fill(5);
    await t.rejects(async () => limiter.take("a"), ApiProblem);
    t.equal(bucket.requested.length, requested, "rejected without a query");
    now += 100;
    await t.resolves(async () => limiter.take("a"));
  },
);

t.test("an unavailable store is an error of the request, and is queried again by the next one", async (t) => {
  let isDown = true;
  const limiter = new SharedRateLimiter({ perSecond: 1, burst: 1 }, () =>
    isDown ? Promise.reject(new StoreUnavailableError("down")) : Promise.resolve({ granted: 1, left: 0 }),
  );
  await t.rejects(async () => limiter.take("a"), StoreUnavailableError);
  isDown = false;
  await t.resolves(async () => limiter.take("a"));
});

t.test("two servers on one PostgreSQL accept as many requests as one would", async (t) => {
  const postgres = await startPostgres(t);
  const url = await postgres.createDatabase();
  const flags = ["--no-memory", "--database-url", url, "--database-connections", "4"];
  const limits = ["--rate-limit", "--rate-per-second", "1", "--rate-burst", "10"];
  const servers = [
    await startTestServer(t, [...flags, ...limits]),
    await startTestServer(t, [...flags, ...limits]),
  ];
  const from = performance.now();
  const responses = await Promise.all(
    Array.from({ length: 40 }, (_, index) => call(servers[index % 2]!, { path: "/Senders" })),
  );
  const passed = responses.filter(({ status }) => status === 200);
  t.ok(passed.length >= 10, `${passed.length} of 40 passed`);
  // One per second beyond the burst, and one for the second that has begun.
  t.ok(performance.now() - from > (passed.length - 11) * 1000, `${passed.length} of 40 passed`);
  const rejected = responses.filter(({ status }) => status !== 200);
  for (const { status, headers } of rejected) {
    t.match(
      { status, headers },
      { status: 429, headers: { "retry-after": /^[12]$/, ratelimit: /^"default";r=0;t=(9|10)$/ } },
    );
  }
  t.ok(passed.every(({ headers }) => headers["ratelimit-policy"] === '"default";q=10;w=10'));
  const others = await call(servers[0]!, { path: "/Senders", as: "AC-other:other-token" });
  t.equal(others.status, 200, "another account is not held up");
});
