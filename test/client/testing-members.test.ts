// Resources of another collection that are reached through a list: they remain one resource under both paths.
import t from "tap";
import { ifMatchHolds } from "../../scripts/contract/runtime/state/if-match.ts";
import { foreignApi } from "./foreign-api.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failure = { description: "No.", ...json({ type: "object" }) };
const errors = { "404": failure, "412": failure };
const body = (schema: object) => ({ requestBody: { required: true, ...json(schema) } });
const operation = (operationId: string, status: string, schema?: object, more: object = {}) => ({
  operationId,
  responses: { [status]: { description: "Done.", ...(schema && json(schema)) }, ...errors },
  ...more,
});
const pathParameter = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const all = (name: string) => ({ type: "array", items: ref(name) });
const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};

const pools = {
  "/pools": { post: operation("createPool", "201", ref("Pool"), body({ type: "object" })) },
  "/pools/{id}": {
    parameters: [pathParameter("id")],
    get: operation("fetchPool", "200", ref("Pool")),
    patch: operation("changePool", "200", ref("Pool"), {
      ...body({ type: "object" }),
      parameters: [{ name: "If-Match", in: "header", schema: { type: "string" } }],
    }),
  },
  "/pools/{id}/senders": {
    parameters: [pathParameter("id")],
    get: operation("listMembers", "200", all("Sender")),
    post: operation("addMember", "204", undefined, body({ type: "object" })),
  },
  "/pools/{id}/senders/{senderId}": {
    parameters: [pathParameter("id"), pathParameter("senderId")],
    get: operation("fetchMember", "200", ref("Sender")),
    put: operation("joinMember", "204"),
    patch: operation("changeMember", "200", ref("Sender"), body({ type: "object" })),
    delete: operation("removeMember", "204"),
  },
};
const senders = {
  "/senders": {
    get: operation("listSenders", "200", all("Sender")),
    post: operation("createSender", "201", ref("Sender"), body({ type: "object" })),
  },
  "/senders/{id}": {
    parameters: [pathParameter("id")],
    get: operation("fetchSender", "200", ref("Sender")),
    delete: operation("deleteSender", "204"),
  },
};
const parts = {
  servers: [{ url: "https://library.example/api" }],
  security: [{ key: [], tenant: [] }],
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      tenant: { type: "apiKey", in: "query", name: "tenant" },
    },
  },
  schemas: { Pool: thing, Sender: { ...thing, description: "A sender." } },
};
const idOf = async (response: Response): Promise<string> => ((await response.json()) as { id: string }).id;

t.test(
  "a member is the resource of the other collection, and is a member only while it is in the list",
  async (t) => {
    const call = await foreignApi(t, { ...parts, paths: { ...pools, ...senders } });
    const pool = `/pools/${await idOf(await call("POST", "/pools", {}))}`;
    const sender = await idOf(await call("POST", "/senders", { name: "Ada" }));
    const member = `${pool}/senders/${sender}`;
    t.equal((await call("GET", member)).status, 404, "it has not joined");
    t.equal((await call("POST", `${pool}/senders`, { senderId: sender })).status, 204);
    t.same(await (await call("GET", member)).json(), { id: sender, name: "Ada" });
    t.same(await (await call("GET", `${pool}/senders`)).json(), [{ id: sender, name: "Ada" }]);
    t.equal((await call("PATCH", member, { name: "Grace" })).status, 200);
    t.match(await (await call("GET", `/senders/${sender}`)).json(), { name: "Grace" });
    t.equal((await call("DELETE", member)).status, 204);
    t.equal((await call("GET", member)).status, 404);
    t.equal((await call("GET", `/senders/${sender}`)).status, 200, "leaving a list ends nothing");
    t.equal((await call("PUT", member)).status, 204, "joins by its path");
    t.equal((await call("PUT", `${pool}/senders/nobody`)).status, 404);
    t.equal((await call("GET", member)).status, 200);
    t.equal((await call("DELETE", `/senders/${sender}`)).status, 204);
    t.equal((await call("GET", member)).status, 404);
    t.same(await (await call("GET", `${pool}/senders`)).json(), []);
  },
);

t.test("a new resource posted to the list exists in the other collection, too", async (t) => {
  const call = await foreignApi(t, { ...parts, paths: { ...pools, ...senders } });
  const pool = `/pools/${await idOf(await call("POST", "/pools", {}))}`;
  t.equal((await call("POST", `${pool}/senders`, { name: "New" })).status, 204);
  t.match(await (await call("GET", "/senders")).json(), [{ name: "New" }]);
  t.match(await (await call("GET", `${pool}/senders`)).json(), [{ name: "New" }]);
});

t.test(
  "if no operation returns the members themselves, those that join a list are its resources",
  async (t) => {
    const { parameters, delete: remove } = pools["/pools/{id}/senders/{senderId}"];
    const paths = { ...pools, "/pools/{id}/senders/{senderId}": { parameters, delete: remove } };
    const call = await foreignApi(t, { ...parts, paths });
    const pool = `/pools/${await idOf(await call("POST", "/pools", {}))}`;
    t.same(await (await call("GET", `${pool}/senders`)).json(), []);
    t.equal((await call("POST", `${pool}/senders`, { senderId: "s1" })).status, 204);
    t.same(await (await call("GET", `${pool}/senders`)).json(), [{ id: "s1" }]);
    t.equal((await call("DELETE", `${pool}/senders/s1`)).status, 204);
    t.equal((await call("DELETE", `${pool}/senders/s1`)).status, 404);
  },
);

t.test("resources below a resource of their own kind are a kind of their own", async (t) => {
  const below = "/pools/{id}/versions";
  const call = await foreignApi(t, {
    ...parts,
    paths: {
      ...pools,
      [below]: {
        parameters: [pathParameter("id")],
        get: operation("listVersions", "200", all("Pool")),
        post: operation("keepVersion", "201", ref("Pool"), body({ type: "object" })),
      },
      [`${below}/{version}`]: {
        parameters: [pathParameter("id"), pathParameter("version")],
        get: operation("fetchVersion", "200", ref("Pool")),
      },
    },
  });
  const pool = `/pools/${await idOf(await call("POST", "/pools", { name: "now" }))}`;
  const version = await idOf(await call("POST", `${pool}/versions`, { name: "then" }));
  t.match(await (await call("GET", `${pool}/versions/${version}`)).json(), { name: "then" });
  t.equal((await call("GET", `/pools/${version}`)).status, 404);
});

t.test("If-Match is a list of entity tags, compared strongly", async (t) => {
  const cases = [
    { given: "*", want: true },
    { given: '"1"', want: true },
    { given: ' "0" , ,"1"', want: true },
    { given: '"a,b","1"', want: true },
    { given: '"11"', want: false },
    { given: '"x\\"1""', want: false },
    { given: 'W/"1"', want: false },
    { given: 'W/"1", "1"', want: true },
    { given: '"1" "2"', want: false },
    { given: '"1", 2', want: false },
    { given: "1", want: false },
    { given: "", want: false },
    { given: '"x, "1"', want: false },
  ];
  for (const { given, want } of cases) t.equal(ifMatchHolds(given, '"1"'), want, given);
  const call = await foreignApi(t, { ...parts, paths: pools });
  const pool = `/pools/${await idOf(await call("POST", "/pools", {}))}`;
  const change = async (tag: string): Promise<number> =>
    (await call("PATCH", pool, { name: "x" }, { "If-Match": tag })).status;
  t.same(
    [await change('W/"1"'), await change('"1"'), await change('"1"'), await change("*")],
    [412, 200, 412, 200],
  );
});
