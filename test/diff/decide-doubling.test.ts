// Schemas that reference the next one twice: the smallest value doubles with each, until it is too large to
// write.
import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { documentOf } from "./in-memory-document.ts";

t.test(
  "a break in schemas that double with every reference is found, though its witness is too large to write",
  (t) => {
    const links = 40;
    const shapes: Readonly<Record<string, (next: object) => object>> = {
      items: (next) => ({ type: "array", minItems: 2, items: next }),
      properties: (next) => ({ type: "object", required: ["a", "b"], properties: { a: next, b: next } }),
    };
    for (const [name, shape] of Object.entries(shapes)) {
      const [base, head] = [9, 3].map((maxLength) => {
        const last = { type: "string", minLength: 1, maxLength };
        const schemas = Array.from({ length: links }, (_, at) => {
          const next = { $ref: `#/components/schemas/S${at + 1}` };
          return [`S${at}`, at === links - 1 ? last : shape(next)] as const;
        });
        return documentOf({ $ref: "#/components/schemas/S0" }, Object.fromEntries(schemas) as JsonObject);
      });
      const { counts, findings } = compare(base!, head!);
      t.ok(counts.breaking > 0, name);
      const [broken] = findings.filter(({ verdict }) => verdict === "breaking");
      t.match(broken!.reason, /too large to write down: a value of \d{13} values/, name);
      t.ok(JSON.stringify(broken!.witness).length < 10_000, "its beginning is shown");
    }
    t.end();
  },
);
