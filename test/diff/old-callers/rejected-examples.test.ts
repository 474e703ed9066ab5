// Each document's examples, validated against the other document.
import t from "tap";
import { findRejectedExamples } from "../../../scripts/contract/diff/old-callers/rejected-examples.ts";
import { readFiles } from "../../support/read-files.ts";

function documentOf({ sent = 4, received = 4, requested = "Rex", responded = "Rex" }) {
  return readFiles({
    "api.yaml": `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    put:
      requestBody:
        content:
          application/json:
            schema: { type: string, maxLength: ${sent} }
            examples: { one: { value: ${requested} } }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { type: string, maxLength: ${received} }
              example: ${responded}
`,
  });
}

t.test("a rejected example is reported with its name and its document", async (t) => {
  const cases: { title: string; base: object; head: object; want: string[] }[] = [
    { title: "nothing changed", base: {}, head: {}, want: [] },
    { title: "a request that head rejects", base: {}, head: { sent: 2 }, want: ["request body base 10"] },
    { title: "a limit that no example violates", base: {}, head: { sent: 3 }, want: [] },
    {
      title: "a response that base does not allow",
      base: {},
      head: { received: 9, responded: "Bonnie" },
      want: ["response 200/body head 17"],
    },
    { title: "an example that was already invalid", base: { requested: "Bonnie" }, head: {}, want: [] },
  ];
  for (const { title, base, head, want } of cases) {
    const findings = findRejectedExamples(await documentOf(base), await documentOf(head));
    const told = findings.map(({ side, place, base, head }) =>
      [side, place, base ? "base" : "head", (base ?? head)?.source.line].join(" "),
    );
    t.same(told, want, title);
  }
});
