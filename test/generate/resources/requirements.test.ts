// The credentials that a client sends to each operation.
import t from "tap";
import { requirementOf } from "../../../scripts/contract/generate/resources/requirements.ts";
import { noContent, planFrom } from "../plan-from.ts";

const here = { url: "https://api.example.com" };
const relative = { url: "/v1" };
const other = { url: "https://files.example.com" };
const key = [{ key: [] }];

/** The operations on the given servers that get the document's credentials. */
async function asked(servers: readonly object[], own: Readonly<Record<string, object | undefined>>) {
  const paths = Object.entries(own).map(([name, server]) => {
    const more = server === undefined ? {} : { servers: [server] };
    return [`/${name}`, { get: { operationId: name, responses: noContent, ...more } }] as const;
  });
  const plan = await planFrom({
    servers,
    security: key,
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  });
  return plan.operations.filter((one) => requirementOf(plan, one).length > 0).map(({ id }) => id);
}

t.test("credentials required by the whole document are sent to its own hosts", async (t) => {
  t.same(await asked([here], { plain: undefined, elsewhere: other }), ["plain"]);
  t.same(await asked([here, other], { plain: undefined, elsewhere: other }), ["plain", "elsewhere"]);
});

t.test(
  "in a document without a host the user configures it, and no other host gets the credentials",
  async (t) => {
    for (const servers of [[], [relative]])
      t.same(await asked(servers, { plain: undefined, elsewhere: other }), ["plain"]);
    t.same(await asked([], { one: here, two: other }), ["one", "two"], "each has a host of its own");
  },
);
