// Expiry, rejection and storage of tokens; the packed entry point is tested over sockets in
// test/fixtures/cases/g36-oauth.
import t from "tap";
import { oauthToken, type StoredToken } from "../../client/credentials/oauth.ts";

const tokenUrl = "https://id.example.com/token";

/** Issues tokens `t1`, `t2`, … with this lifetime in seconds. */
function issuing(seconds: number): { fetch: (url: string) => Promise<Response>; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (url) => {
      asked.push(url);
      return Response.json({ access_token: `t${asked.length}`, expires_in: seconds });
    },
  };
}

t.test(
  "a token is renewed a minute before its expiry, a short-lived one after four fifths of its lifetime",
  async (t) => {
    for (const { seconds, early, holds } of [
      { seconds: 3600, early: undefined, holds: 3540 },
      { seconds: 10, early: undefined, holds: 8 },
      { seconds: 100, early: 10, holds: 90 },
    ]) {
      const { fetch, asked } = issuing(seconds);
      const token = oauthToken({ tokenUrl }, { clientId: "a", clientSecret: "b", early, fetch });
      const { now } = Date;
      const at = now();
      t.teardown(() => void (Date.now = now));
      Date.now = () => at;
      t.equal(await token(), "t1");
      Date.now = () => at + holds * 1000 - 1;
      t.equal(await token(), "t1", `${seconds} s`);
      Date.now = () => at + holds * 1000;
      t.equal(await token(), "t2", `${seconds} s`);
      t.equal(asked.length, 2);
      Date.now = now;
    }
  },
);

t.test("a rejected token is removed from the store; rejecting an older token has no effect", async (t) => {
  let kept: StoredToken | undefined;
  const store = { get: () => kept, set: (token: StoredToken | undefined) => void (kept = token) };
  const { fetch } = issuing(60);
  const token = oauthToken({ tokenUrl }, { clientId: "a", clientSecret: "b", store, fetch });
  t.equal(await token(), "t1");
  await token.refused("t0");
  t.match(kept, { accessToken: "t1" });
  await token.refused("t1");
  t.equal(kept, undefined);
  t.equal(await token(), "t2");
});

t.test("a token without an expiry is used until it is rejected", async (t) => {
  const fetch = async (): Promise<Response> => Response.json({ access_token: "for ever" });
  const token = oauthToken({ tokenUrl }, { clientId: "a", clientSecret: "b", fetch });
  t.equal(await token(), "for ever");
  t.equal(await token(), "for ever");
});
