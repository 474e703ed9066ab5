// The state of an API: separate for each tenant, exported and restored, and explained.
import t from "tap";
import document from "../../../generated/openapi.json" with { type: "json" };
import { operations } from "../../../generated/operations.ts";
import { ApiState } from "../../../scripts/contract/runtime/state/api-state.ts";
import type { StateOperation, StateRequest } from "../../../scripts/contract/runtime/state/state-api.ts";
import { recordOf } from "../../../scripts/contract/runtime/state/record.ts";

const [senderId = ""] = document.components.schemas.SenderId.examples;
const clock = () => new Date("2026-11-29T12:00:00.000Z");
const request = (operationId: string, more: Partial<StateRequest> = {}): StateRequest => ({
  operationId,
  root: "https://h/v1",
  path: {},
  query: {},
  headers: {},
  body: undefined,
  ...more,
});

/** Returns the ids and names of a tenant's pools. */
function pools(state: ApiState, tenant: string): unknown[] {
  const { body } = state.respond(request("listSenderPools", { tenant }));
  return Object.values(recordOf(body)).flatMap((value): unknown[] => (Array.isArray(value) ? value : []));
}

t.test("resources of one tenant are invisible for others", (t) => {
  const state = new ApiState({ document, operations }, { now: clock });
  const create = (tenant: string, name: string) =>
    state.respond(request("createSenderPool", { tenant, body: { name } }));
  t.equal(create("a", "Sales").status, 202);
  create("b", "Help");
  t.match(pools(state, "a"), [{ name: "Sales", createdAt: "2026-11-29T12:00:00.000Z" }]);
  t.match(pools(state, "b"), [{ name: "Help" }]);
  t.same(pools(state, "c"), []);
  state.reset("a");
  t.same([pools(state, "a").length, pools(state, "b").length], [0, 1]);
  state.reset();
  t.equal(pools(state, "b").length, 0);
  t.end();
});

t.test("a write with an idempotency key is done once for each tenant", (t) => {
  const state = new ApiState({ document, operations });
  const write = (tenant: string, name: string) =>
    state.respond(
      request("createSenderPool", { tenant, body: { name }, headers: { "Idempotency-Key": '"k"' } }),
    );
  const first = write("a", "one");
  t.same(write("a", "one"), first);
  t.equal(write("a", "two").status, 422);
  t.equal(write("b", "two").status, 202);
  t.same([pools(state, "a").length, pools(state, "b").length], [1, 1]);
  t.end();
});

t.test("an export is restored completely, including running jobs", (t) => {
  const state = new ApiState({ document, operations }, { looks: 3 });
  const { body } = state.respond(
    request("createSenderPool", { tenant: "a", body: { name: "Sales", senders: [{ senderId }] } }),
  );
  const { operationId = "" } = recordOf(body) as { operationId?: string };
  const exported = state.data();
  const other = new ApiState({ document, operations }, { looks: 3 });
  other.restore(exported);
  t.same(other.data(), exported);
  t.same(JSON.parse(JSON.stringify(exported)), exported);
  const look = (one: ApiState) =>
    one.respond(request("fetchSenderPoolOperation", { tenant: "a", path: { operationId } })).body;
  t.same(look(other), look(state));
  other.finishWork();
  t.match(look(other), { status: "COMPLETED", stats: { created: 1 } });
  t.match(look(state), { status: "PROCESSING" }, "and what changes there changes nothing here");
  t.match(other.respond(request("listSenderPools", { tenant: "a", query: { operationId } })).body, {
    senderPools: [{ name: "Sales" }],
  });
  t.equal(other.add("fetchSender", {}, "a")["id"] === state.add("fetchSender", {}, "a")["id"], true);
  t.end();
});

t.test("an explanation has for each operation its response, the reason and the inferred facts", (t) => {
  const state = new ApiState({ document, operations });
  const told = new Map(state.explain().map((one) => [one.operationId, one]));
  t.same([...told.keys()], Object.keys(operations));
  t.match(told.get("createSenderPool"), { by: "state", does: "creates a resource of /SenderPools" });
  t.match(told.get("fetchSenderPool"), {
    by: "state",
    does: "fetches the resource at /SenderPools/{senderPoolId}",
  });
  t.match(told.get("listSenderPools"), {
    by: "state",
    does: "lists the resources of /SenderPools",
    guesses: [
      "{senderPoolId} is the property id",
      "startDate keeps resources whose createdAt is after it",
      "endDate keeps resources whose createdAt is before it",
      "operationId keeps the resources of the call whose response links here",
      "pageSize is the size of a page",
    ],
  });
  const bare = { parameters: [], responses: {}, links: {} };
  const other = new ApiState({
    document: { paths: { "/x": { post: { responses: { "204": {} } } } } },
    operations: {
      x: { ...bare, operationId: "x", method: "POST", path: "/x", pointer: "/paths/~1x/post" },
    },
  });
  t.match(other.explain(), [
    { operationId: "x", by: "nothing", does: "responds without content", guesses: ["it changes nothing"] },
  ]);
  t.throws(() => other.respond(request("y")), TypeError);
  t.end();
});

t.test("the model of a document takes work in proportion to its operations", (t) => {
  const schema = { type: "object", properties: { id: { type: "string" } } };
  const list = { type: "array", items: schema };
  /** Returns how often the paths and links of so many operations are read. */
  const readsOf = (count: number): number => {
    let reads = 0;
    const counted = (pointer: string, method: string, path: string): StateOperation => ({
      ...{ operationId: pointer, pointer, method, parameters: [] },
      responses: { 200: { mediaTypes: ["application/json"], headers: [] } },
      get path() {
        reads += 1;
        return path;
      },
      get links() {
        reads += 1;
        return { 200: { next: { operationId: pointer, parameters: { page: "1" }, xSdk: undefined } } };
      },
    });
    const content = (of: object) => ({
      responses: { 200: { content: { "application/json": { schema: of } } } },
    });
    const paths = Array.from({ length: count }, (_, at) => `/things${at}`);
    const all = paths.flatMap((path, at) => [
      counted(`/l/${at}`, "GET", path),
      counted(`/l/${at}`, "POST", path),
      counted(`/f/${at}`, "GET", `${path}/{id}`),
    ]);
    const table = Object.fromEntries(all.map((one, at) => [`o${at}`, one]));
    const whole = { l: paths.map(() => content(list)), f: paths.map(() => content(schema)) };
    new ApiState({ document: whole, operations: table });
    return reads;
  };
  t.ok(readsOf(400) <= 4.4 * readsOf(100), "four times the operations, four times the reads");
  t.end();
});
