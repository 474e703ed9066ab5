// The types distinguish date-times from other strings, and every operation by its id in the plan.
import t from "tap";
import { emitTypes } from "../../scripts/contract/generate/emit-types.ts";
import { clientPlanOf } from "../../scripts/contract/generate/resources/client-plan.ts";
import { noContent, planFrom } from "./plan-from.ts";

t.test("a date-time is a DateTime, nullable if the document declares it so", async (t) => {
  const text = emitTypes(
    await planFrom({
      schemas: {
        Pool: {
          type: "object",
          required: ["createdAt"],
          properties: {
            createdAt: { type: "string", format: "date-time" },
            deletedAt: { type: ["string", "null"], format: "date-time" },
            size: { type: "integer", default: 50 },
          },
        },
      },
    }),
  );
  t.match(text, "createdAt: DateTime;");
  t.match(text, "deletedAt?: DateTime | null;");
  t.match(text, "size?: number;", "what has a default need not be sent");
});

t.test("an operation without an id has the derived one in the types, too", async (t) => {
  const text = emitTypes(await planFrom({ paths: { "/pools": { get: { responses: noContent } } } }));
  t.match(text, 'get: operations["getPools"];');
});

t.test("OpenAPI 3.0 is read like 3.1", async (t) => {
  const schemas = { Name: { type: "string", nullable: true } };
  t.match(emitTypes(await planFrom({ openapi: "3.0.3", schemas })), "Name: string | null;");
});

t.test("the comment of a shared parameter names its default, also that of a referenced schema", async (t) => {
  const parameters = [{ $ref: "#/components/parameters/Limit" }, { $ref: "#/components/parameters/Order" }];
  const plan = await planFrom({
    paths: { "/pools": { get: { operationId: "list", parameters, responses: noContent } } },
    schemas: { Order: { type: "string", default: "up" } },
    components: {
      parameters: {
        Limit: {
          name: "limit",
          in: "query",
          description: "Pools.",
          schema: { type: "integer", default: 20 },
        },
        Order: { name: "X-Order", in: "header", schema: { $ref: "#/components/schemas/Order" } },
      },
    },
  });
  const text = emitTypes(plan);
  t.match(text, /@description Pools\.\n\s+\* @default 20\n\s+\*\/\n\s+limit\?:/);
  const { printer, names } = clientPlanOf(plan, []);
  const [list] = plan.operations;
  if (list === undefined) return t.fail("no operation");
  t.match(printer.declarations(list, names(list)).join(""), /The header `X-Order`\.\n[ *\n]+@default "up"/);
});
