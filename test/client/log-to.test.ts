// The log describes each attempt without secrets.
import t from "tap";
import { logTo } from "../../generated/index.ts";
import { json, observedClient } from "./observed-fetch.ts";

t.test("the log has a line for each attempt, its response and its retry", async (t) => {
  const lines: [string, unknown][] = [];
  const hooks = logTo({ debug: (message, details) => void lines.push([message, details]) });
  const { client } = observedClient(
    [
      () => json({ token: "body-secret" }, 503, { "Request-Id": "r1", "Set-Cookie": "c=cookie-secret" }),
      () => json({ senderPools: [], pagination: { next: null } }),
    ],
    { hooks, headers: { "X-Api-Key": "header-secret" } },
  );
  await client.senderPools.list({ pageToken: "page-secret" });
  t.match(lines, [
    ["GET /SenderPools sent", { attempt: 1 }],
    [
      "GET /SenderPools responded 503",
      { headers: { "request-id": "r1", "content-type": "application/json" } },
    ],
    ["GET /SenderPools failed; retrying", { cause: 503 }],
    ["GET /SenderPools sent", { attempt: 2 }],
    ["GET /SenderPools responded 200", {}],
  ]);
  t.notMatch(JSON.stringify(lines), /secret|authorization|QUMx/i);
});
