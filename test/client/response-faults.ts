// Faulty responses of gateways and failing servers, and the outcomes that a client must have.
import { answer, bytes } from "./fault-server.ts";
import { type Fault, list, ok, okWrite, pool, unexpected, unkeyed, write } from "./run-faults.ts";

const html = { "Content-Type": "text/html" };
const past = "Sun, 06 Nov 1994 08:49:37 GMT";
const problem = { type: "about:blank", title: "T", status: 500, detail: "D", instance: "urn:x", code: 20500 };
const text = JSON.stringify(pool);

export const responseFaults: readonly Fault[] = [
  {
    name: "a login page with status 200",
    reactions: [answer(200, "<html>", html)],
    want: { ...unexpected, message: /200 with text\/html/ },
    requests: 1,
  },
  {
    name: "a list that is a login page",
    reactions: [answer(200, "<html>", html)],
    call: list,
    want: unexpected,
    requests: 1,
  },
  {
    name: "a list without items",
    reactions: [answer(200, { pagination: { next: null } })],
    call: list,
    want: unexpected,
    requests: 1,
  },
  {
    name: "a success without a media type",
    reactions: [answer(200, text)],
    want: { ...unexpected, message: /no content/ },
    requests: 1,
  },
  {
    name: "a success with an undeclared status",
    reactions: [answer(203, pool)],
    want: unexpected,
    requests: 1,
  },
  {
    name: "204 instead of a body",
    reactions: [bytes("HTTP/1.1 204 No Content\r\n\r\n", "stall")],
    want: unexpected,
    requests: 1,
  },
  {
    name: "500 with an empty body",
    reactions: [answer(500)],
    want: { status: 500, message: /500 Said so/ },
    requests: 3,
  },
  {
    name: "502 with a gateway's page, then a success",
    reactions: [answer(502, "<html>", html), ok],
    requests: 2,
  },
  {
    name: "502 with a gateway's page",
    reactions: [answer(502, "<html>", html)],
    want: { status: 502 },
    requests: 3,
  },
  {
    name: "503 with Retry-After: 0",
    reactions: [answer(503, problem, { "Retry-After": "0" }), ok],
    requests: 2,
  },
  {
    name: "503 with a Retry-After beyond the deadline",
    reactions: [answer(503, problem, { "Retry-After": "120" })],
    want: { status: 503, message: /Retry-After: 120 s/ },
    requests: 1,
  },
  {
    name: "429 with a Retry-After date in the past",
    reactions: [answer(429, problem, { "Retry-After": past }), ok],
    requests: 2,
  },
  {
    name: "429 with a Retry-After date of a clock that is years behind",
    reactions: [answer(429, problem, { "Retry-After": past, Date: past }), ok],
    requests: 2,
  },
  {
    name: "429 with a Retry-After date of a clock that is years ahead",
    reactions: [
      answer(429, problem, {
        "Retry-After": "Sat, 06 Nov 2094 08:49:37 GMT",
        Date: "Sat, 06 Nov 2094 08:49:37 GMT",
      }),
      ok,
    ],
    requests: 2,
  },
  {
    name: "429 with a Retry-After date in the next century",
    reactions: [answer(429, problem, { "Retry-After": "Sat, 06 Nov 2094 08:49:37 GMT" })],
    want: { status: 429 },
    requests: 1,
  },
  {
    name: "429 with an invalid Retry-After",
    reactions: [answer(429, problem, { "Retry-After": "-3.5 soon" }), ok],
    requests: 2,
  },
  {
    name: "429 for a write without a key",
    reactions: [answer(429, problem), okWrite],
    call: unkeyed,
    requests: 2,
  },
  {
    name: "408 for a write without a key",
    reactions: [answer(408, problem), okWrite],
    call: unkeyed,
    requests: 2,
  },
  {
    name: "500 for a write without a key",
    reactions: [answer(500, problem), okWrite],
    call: unkeyed,
    want: { status: 500 },
    requests: 1,
  },
  {
    name: "500 for a write with a key",
    reactions: [answer(500, problem), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "409 while the first request is in progress",
    reactions: [answer(409, problem, { "Retry-After": "0" }), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "409 that persists",
    reactions: [answer(409, problem)],
    call: write,
    want: { status: 409 },
    requests: 1,
  },
  { name: "404", reactions: [answer(404, problem)], want: { status: 404, message: /404 D/ }, requests: 1 },
  {
    name: "400 whose problem is not JSON",
    reactions: [answer(400, "{", { "Content-Type": "application/problem+json" })],
    want: { status: 400 },
    requests: 1,
  },
  {
    name: "400 whose problem is null",
    reactions: [answer(400, "null", { "Content-Type": "application/problem+json" })],
    want: { status: 400 },
    requests: 1,
  },
  {
    name: "a redirect within the origin",
    reactions: [answer(302, "", { Location: "/v1/elsewhere" }), ok],
    want: { status: 302, message: /redirect not followed$/ },
    requests: 1,
  },
  { name: "a redirect without a target", reactions: [answer(302)], want: { status: 302 }, requests: 1 },
  {
    name: "a redirect that would turn a write into a read",
    reactions: [answer(303, "", { Location: "/v1" }), ok],
    call: write,
    want: { status: 303 },
    requests: 1,
  },
  {
    name: "a redirect that would repeat a write",
    reactions: [answer(308, "", { Location: "/v1/x" }), okWrite],
    call: write,
    want: { status: 308 },
    requests: 1,
  },
  {
    name: "304 for an unconditional request",
    reactions: [bytes("HTTP/1.1 304 Not Modified\r\n\r\n", "stall")],
    want: { status: 304 },
    requests: 1,
  },
];
