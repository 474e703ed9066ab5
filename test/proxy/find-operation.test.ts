// Requests on the wire and the operations that they match, as servers route them.
import t from "tap";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { findOperation } from "../../scripts/contract/proxy/find-operation.ts";
import { planFrom } from "../generate/plan-from.ts";

const operation = (operationId: string, more: object = {}) => ({
  operationId,
  responses: { "204": { description: "Done." } },
  ...more,
});
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

t.test("a request is matched to its operation, server and parameters", async (t) => {
  const { document } = await planFrom({
    servers: [{ url: "https://{host}/v1", variables: { host: { default: "a.example" } } }],
    paths: {
      "/things": { get: operation("list"), post: operation("create") },
      "/things/{id}": { parameters: [id], get: operation("fetch"), head: operation("probe") },
      "/things/own": { get: operation("own", { servers: [{ url: "/other/" }] }) },
      "/calls?action=start": { post: operation("start") },
      "/calls?action=stop": { post: operation("stop") },
    },
  });
  const api = readApi(document);
  const cases = [
    { given: "GET /v1/things?a=/b", want: "list", target: "/things?a=/b" },
    { given: "HEAD /v1/things", want: "list", target: "/things" },
    { given: "HEAD /v1/things/x", want: "probe", target: "/things/x" },
    { given: "GET /v1/%74hings/x%2Fy", want: "fetch", target: "/things/x%2Fy" },
    { given: "GET /v1/things/own", want: "fetch", target: "/things/own" },
    { given: "GET /other/things/own", want: "own", target: "/things/own" },
    { given: "POST /v1/calls?action=stop", want: "stop", target: "/calls?action=stop" },
    { given: "POST /v1/calls?action=start&x=1&y", want: "start", target: "/calls?action=start&x=1&y" },
  ];
  for (const { given, want, target } of cases) {
    const [method = "", url = ""] = given.split(" ");
    const found = findOperation(api, method, url);
    t.match(found, { operation: { label: want }, target }, given);
  }
  t.match(findOperation(api, "PUT", "/v1/things"), {
    place: "method",
    detail: "PUT is not declared for /v1/things; GET, HEAD, POST is",
  });
  for (const url of ["/things", "/v1", "/v1/things/x/y", "/v2/things"])
    t.match(findOperation(api, "GET", url), { place: "path" }, url);
});
