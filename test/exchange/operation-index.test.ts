import t from "tap";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { candidates, segmentsBehind } from "../../scripts/contract/exchange/operation-index.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const operation = { responses: {} };
const many = Array.from({ length: 20_000 }, (_, at): [string, JsonObject] => [
  `/v1/p${at}/{id}`,
  { get: operation, post: operation },
]);
const others: [string, JsonObject][] = [
  "/v1/p7/all",
  "/{tenant}/{id}",
  "/v1/p7/x-{name}",
  "/v1/p7/x-a/b",
].map((path) => [path, { get: operation }]);
const paths = Object.fromEntries([...many, ...others]);
const api = readApi(inMemoryDocument({ openapi: "3.1.0", paths }));

t.test("the candidate operations of a URL are found among many without inspecting each", (t) => {
  const found = candidates(api, "GET", "/v1/p7/all".split("/")).map(({ template }) => template.text);
  t.same(new Set(found), new Set(["/v1/p7/{id}", "/v1/p7/all", "/{tenant}/{id}", "/v1/p7/x-{name}"]));
  t.same(candidates(api, "PUT", ["v1"]), []);
  t.end();
});

t.test("the segments that follow a prefix of a path are found without inspecting each path", (t) => {
  t.same(segmentsBehind(api, "GET", "/v1/p7/"), ["all", "x-a"]);
  t.same(segmentsBehind(api, "GET", "/v1/p7/x-"), ["a"]);
  t.same(segmentsBehind(api, "GET", "/{}/"), []);
  t.equal(segmentsBehind(api, "POST", "/v1/").length, 20_000);
  t.same(segmentsBehind(api, "PUT", "/"), []);
  t.end();
});
