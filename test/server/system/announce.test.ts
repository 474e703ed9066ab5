// The message of a started server is correct: its command can be run as it is.
import t from "tap";
import { greeting } from "../../../server/system/announce.ts";
import { startTestServer } from "../../support/test-server.ts";

t.test("the curl command of the start message gets a response", async (t) => {
  const server = await startTestServer(t);
  const text = greeting({ url: server.url, demo: true, data: undefined });
  const [, user, url] = /^ {2}curl -u (\S+) (\S+)$/m.exec(text) ?? [];
  const headers = { authorization: `Basic ${Buffer.from(String(user)).toString("base64")}` };
  t.equal((await fetch(String(url), { headers })).status, 200);
  t.match(text, "in memory, forgotten at the end");
  const docs = /Docs {3}(\S+)/.exec(text)?.[1];
  t.equal((await fetch(String(docs))).status, 200);
});

t.test("without the demo account the start message contains no credentials", (t) => {
  const text = greeting({ url: "http://127.0.0.1:1", demo: false, data: "data.db" });
  t.notMatch(text, "demo");
  t.match(text, "curl -u '<accountId>:<authToken>'");
  t.end();
});
