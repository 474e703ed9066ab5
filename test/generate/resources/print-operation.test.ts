// The options that a client method passes to the runtime.
import t from "tap";
import { describeOperation } from "../../../scripts/contract/generate/resources/print-operation.ts";
import { planFrom } from "../plan-from.ts";

t.test("a 204 has no content, whatever is declared for it", async (t) => {
  const content = { "application/json": { schema: { type: "object" } } };
  const responses = {
    200: { description: "Removed", content },
    204: { description: "Nothing left", content },
  };
  const plan = await planFrom({ paths: { "/x": { delete: { operationId: "remove", responses } } } });
  const [remove] = plan.operations;
  if (remove === undefined) return t.fail("no operation");
  t.same(describeOperation(plan.document.root, remove).answers, { 200: "application/json", 204: "" });
});
