// Faulty token endpoints, stores and APIs that reject tokens, and the outcomes that a client must have.
import { answer, cutShort, hangUp, type Reaction, reset, silence } from "../client/fault-server.ts";
import type { OAuthOptions } from "../../client/credentials/oauth.ts";
import type { Told } from "./told-client.ts";

export interface TokenFault {
  readonly name: string;
  /** Reactions of the token endpoint. */
  readonly tokens: readonly Reaction[];
  /** Reactions of the API; it accepts every token by default. */
  readonly api?: readonly Reaction[];
  /** The calls, each after the last has ended; one read by default. */
  readonly calls?: readonly ((api: Told) => Promise<unknown>)[];
  readonly options?: () => Partial<OAuthOptions>;
  /** Milliseconds of a call; long by default. */
  readonly timeout?: number;
  /** The expected errors of the calls; undefined for a success. */
  readonly want: readonly ({ name?: string; status?: number; code?: string; message?: RegExp } | undefined)[];
  /** The expected number of token requests. */
  readonly requests: number;
  /** The tokens that the API receives, sorted. */
  readonly sent: readonly string[];
}

const token = (text: string, more: object = { expires_in: 3600 }): Reaction =>
  answer(200, { access_token: text, token_type: "Bearer", ...more });
const note = answer(200, { n: 1 });
const refusal = answer(401, { title: "No" });
export const read = (api: Told): Promise<unknown> => api.fetch();
const write = (api: Told): Promise<unknown> => api.make();
const tokenError = { name: "TokenError" };
const secret = "the description has a secret";

export const tokenFaults: readonly TokenFault[] = [
  { name: "a reset, then a token", tokens: [reset, token("t")], want: [undefined], requests: 2, sent: ["t"] },
  {
    name: "a token endpoint that closes every connection",
    tokens: [hangUp],
    want: [{ ...tokenError, message: / returned no token: no response/ }],
    requests: 3,
    sent: [],
  },
  {
    name: "500, then a token",
    tokens: [answer(500), token("t")],
    want: [undefined],
    requests: 2,
    sent: ["t"],
  },
  {
    name: "503 for every attempt",
    tokens: [answer(503, "<html>")],
    want: [{ ...tokenError, status: 503 }],
    requests: 3,
    sent: [],
  },
  {
    name: "401 for the client itself, without a second request",
    tokens: [answer(401, { error: "invalid_client", error_description: secret })],
    want: [{ ...tokenError, status: 401, code: "invalid_client", message: /^(?!.*secret)/ }],
    requests: 1,
    sent: [],
  },
  {
    name: "a redirect to another server",
    tokens: [answer(307, "", { Location: "https://evil.example/token" })],
    want: [tokenError],
    requests: 1,
    sent: [],
  },
  {
    name: "a token that is not JSON",
    tokens: [answer(200, "access_token=t", { "Content-Type": "application/x-www-form-urlencoded" })],
    want: [{ ...tokenError, status: 200 }],
    requests: 1,
    sent: [],
  },
  {
    name: "JSON that is cut off",
    tokens: [cutShort(200, '{"access_token":"t"', "end")],
    want: [tokenError],
    requests: 1,
    sent: [],
  },
  {
    name: "a token that is null",
    tokens: [answer(200, { access_token: null })],
    want: [tokenError],
    requests: 1,
    sent: [],
  },
  {
    name: "a token without expires_in, used until it is rejected",
    tokens: [token("t", {}), token("u")],
    api: [note, note, refusal, note],
    calls: [read, read, read],
    want: [undefined, undefined, undefined],
    requests: 2,
    sent: ["t", "t", "t", "u"],
  },
  {
    name: "expires_in that is text, and one that is 0",
    tokens: [token("t", { expires_in: "3600" }), token("u", { expires_in: 0 })],
    api: [note, refusal, note, note],
    calls: [read, read, read],
    want: [undefined, undefined, undefined],
    requests: 2,
    sent: ["t", "t", "u", "u"],
  },
  {
    name: "a token that ended before its time, once more also for a write",
    tokens: [token("t"), token("u")],
    api: [refusal, answer(201)],
    calls: [write],
    want: [undefined],
    requests: 2,
    sent: ["t", "u"],
  },
  {
    name: "an API that rejects every token, once more and no further",
    tokens: [token("t"), token("u"), token("v")],
    api: [refusal],
    want: [{ name: "ApiError", status: 401 }],
    requests: 2,
    sent: ["t", "u"],
  },
  {
    name: "many calls at once, with one token request",
    tokens: [token("t")],
    calls: [(api) => Promise.all(Array.from({ length: 20 }, () => api.fetch()))],
    want: [undefined],
    requests: 1,
    sent: Array.from({ length: 20 }, () => "t"),
  },
  {
    name: "many calls whose token is rejected, with one more token request",
    tokens: [token("t"), token("u")],
    api: [
      (socket, request) =>
        (request.headers["authorization"] === "Bearer t" ? refusal : note)(socket, request),
    ],
    calls: [(api) => Promise.all(Array.from({ length: 5 }, () => api.fetch()))],
    want: [undefined],
    requests: 2,
    sent: ["t", "t", "t", "t", "t", "u", "u", "u", "u", "u"],
  },
  {
    name: "a failure for many calls at once, and the next call asks again",
    tokens: [answer(400, { error: "invalid_scope" }), token("t")],
    calls: [(api) => Promise.all([api.fetch(), api.fetch()]), read],
    want: [{ ...tokenError, code: "invalid_scope" }, undefined],
    requests: 2,
    sent: ["t"],
  },
  {
    name: "a silent token endpoint, within the deadline of the call",
    tokens: [silence],
    timeout: 1000,
    want: [{ name: "TimeoutError" }],
    requests: 1,
    sent: [],
  },
  {
    name: "a refresh token that has ended",
    tokens: [
      token("t", { expires_in: 3600, refresh_token: "r" }),
      answer(400, { error: "invalid_grant" }),
      token("u"),
    ],
    api: [refusal, note],
    want: [undefined],
    requests: 3,
    sent: ["t", "u"],
  },
  {
    name: "a store that cannot be read",
    tokens: [token("t")],
    options: () => ({ store: { get: () => Promise.reject(new Error("no disk")), set: () => undefined } }),
    want: [{ message: /no disk/ }],
    requests: 0,
    sent: [],
  },
  {
    name: "a store that cannot be written once: the call fails, and the token is not lost",
    tokens: [token("t")],
    options: () => {
      let writes = 0;
      const set = (): void => {
        writes += 1;
        if (writes === 1) throw new Error("no disk");
      };
      return { store: { get: () => undefined, set } };
    },
    calls: [read, read],
    want: [{ message: /no disk/ }, undefined],
    requests: 1,
    sent: ["t"],
  },
];
