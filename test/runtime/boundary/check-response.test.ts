// Validation of responses: serialised JSON is sent unchanged.
import t from "tap";
import { JsonText, wireResponse } from "../../../scripts/contract/runtime/boundary/check-response.ts";

const responses = { 200: { mediaTypes: ["application/json"], headers: ["Request-Id"] } };
const headers = Object.assign((given: unknown) => "Request-Id" in (given as object), { errors: null });
const body = { "application/json": Object.assign(() => false, { errors: null }) };
const rules = { method: "GET", pointer: "/paths/~1a/get", responses, validators: { 200: { headers, body } } };

t.test("a JsonText is sent unchanged, is typed as its value and is not validated again", (t) => {
  const sent = wireResponse(rules, { status: 200, body: new JsonText('{"a": 1}') }, true, {
    "Request-Id": "1",
  });
  t.same(sent, {
    status: 200,
    headers: { "Content-Type": "application/json" },
    body: '{"a": 1}',
    isJson: false,
  });
  t.throws(
    () => wireResponse(rules, { status: 200, body: {} }, true, { "Request-Id": "1" }),
    /schema is broken/,
    "a value is",
  );
  t.end();
});

t.test("header fields of every response are validated, and are not sent twice", (t) => {
  const given = { status: 200, body: new JsonText("1") };
  t.throws(() => wireResponse(rules, given, true), /200\/headers is broken/);
  t.same(wireResponse(rules, given, true, { "Request-Id": "1" }).headers, {
    "Content-Type": "application/json",
  });
  t.end();
});
