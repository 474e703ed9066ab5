// The catalogue of errors matches the contract: every status, its title, its code, and in the examples its
// detail.
import t from "tap";
import document from "../../../generated/openapi.json" with { type: "json" };
import { operations } from "../../../generated/operations.ts";
import { errorKind, errorKinds, type ErrorName, errorOfStatus } from "../../../server/problems/errors.ts";

const names = Object.keys(errorKinds) as ErrorName[];
const declared = new Set(
  Object.values(operations).flatMap(({ responses }) =>
    Object.keys(responses)
      .map(Number)
      .filter((status) => status >= 400),
  ),
);

/** Errors of the control surface for cross-origin requests; they are not part of the contract. */
const controlOnly = 403;

t.test("the error catalogue has exactly the error statuses that the contract declares", (t) => {
  t.same(new Set(names.map((name) => errorKind(name).status)), new Set([...declared, controlOnly]));
  t.end();
});

t.test("each error status belongs to one kind", (t) => {
  for (const name of names) t.equal(errorOfStatus(errorKind(name).status), name);
  t.equal(errorOfStatus(200), undefined);
  t.end();
});

t.test("titles, codes and header fields of errors equal those of the contract's examples", (t) => {
  for (const response of Object.values(document.components.responses)) {
    const content: object = response.content;
    const media = Object.entries(content)[0]?.[1] as {
      examples: { problem?: { value: Record<string, unknown> } };
    };
    const example = media.examples.problem?.value;
    if (example === undefined) continue;
    const name = errorOfStatus(Number(example["status"]));
    t.ok(name, `${String(example["status"])} is in the catalogue`);
    if (name === undefined) continue;
    const { title, code, headers = {} } = errorKind(name);
    t.same({ title, code }, { title: example["title"], code: example["code"] }, name);
    for (const field of Object.keys(headers))
      t.ok(Object.hasOwn(response.headers, field), `${name} declares ${field}`);
  }
  t.end();
});
