// New ids match the contract's patterns.
import t from "tap";
import { constraints } from "../../../generated/constraints.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";

t.test("new ids match their patterns and ascend", (t) => {
  const { SenderPoolId, OperationId } = constraints.schemas;
  const cases = [
    { make: newSenderPoolId, pattern: SenderPoolId.pattern },
    { make: newSenderPoolOperationId, pattern: OperationId.pattern },
  ];
  for (const { make, pattern } of cases) {
    const [first, second] = [make(), make()];
    t.match(first, new RegExp(pattern, "u"));
    t.ok(first < second);
  }
  t.end();
});
