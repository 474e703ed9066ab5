// Requests that are not retried, and their errors.
import t from "tap";
import { json, observedClient } from "./observed-fetch.ts";

t.test(
  "a Retry-After beyond the deadline fails the call at once, with the requested delay in the error",
  async (t) => {
    for (const status of [429, 503]) {
      const { client, requests } = observedClient([() => json({}, status, { "Retry-After": "120" })]);
      await t.rejects(client.senders.fetch("s", { timeout: 60_000 }), {
        name: "ApiError",
        status,
        retryAfter: 120,
        message: /\(Retry-After: 120 s, (60|5\d) s left\)$/,
      });
      t.equal(requests.length, 1);
    }
  },
);
