// The types distinguish date-times from other strings, and every operation by its id in the plan.
import t from "tap";
import { emitTypes } from "../../scripts/contract/generate/emit-types.ts";
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
