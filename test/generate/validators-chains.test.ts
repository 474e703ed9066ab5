// Schemas that each refer twice to the next: what a validator does grows with the chain, and does not double with every link.
import t from "tap";
import { processorTime } from "../support/processor-time.ts";
import { emittedValidators, errorsOf } from "./emitted-validators.ts";

const length = 40;

/** `S0` refers twice to `S1`, and so on; the last is a text of one character. */
function chain(keyword: "allOf" | "anyOf" | "oneOf"): Record<string, object> {
  const schemas = Array.from({ length }, (_, index): [string, object] => {
    const next = { $ref: `#/components/schemas/S${index + 1}` };
    return [`S${index}`, { [keyword]: [next, next] }];
  });
  return Object.fromEntries([...schemas, [`S${length}`, { type: "string", maxLength: 1 }]]);
}

const message = "must NOT have more than 1 characters";
const table = {
  allOf: { valid: true, errors: [message] },
  anyOf: { valid: true, errors: [message, ...Array<string>(length).fill("must match a schema in anyOf")] },
  // Two equal branches hold together or not at all, so exactly one never does; the last link is wrong for every value.
  oneOf: { valid: false, errors: undefined },
} as const;

for (const [keyword, { valid, errors }] of Object.entries(table)) {
  t.test(`a chain of ${keyword}`, async (t) => {
    const { schemas } = await emittedValidators(t, { schemas: chain(keyword as keyof typeof table) });
    const started = processorTime();
    t.equal(schemas["S0"]?.("a"), valid);
    const found = errorsOf(schemas["S0"], "ab").map((error) => error.replace(/^.*?: /, ""));
    if (errors !== undefined) t.same(found, errors);
    t.ok(found.length > 0);
    const spent = processorTime() - started;
    t.ok(spent < 2000, `${spent} ms of processor time`);
  });
}
