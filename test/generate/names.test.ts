// Names for operations and schemas without a name, or with one that is no JavaScript identifier.
import t from "tap";
import { nameOfOperation, toIdentifier, UniqueNames } from "../../scripts/contract/generate/names.ts";

t.test("a name is converted to an identifier", (t) => {
  const cases = [
    { given: "listPools", want: "listPools" },
    { given: "SenderPool", want: "SenderPool" },
    { given: "repos/get-content", want: "reposGetContent" },
    { given: "delete", want: "delete_" },
    { given: "2fa-on", want: "_2faOn" },
    { given: "größe", want: "größe" },
    { given: "über-用户 7", want: "über用户7" },
    { given: "***", want: "_" },
  ];
  for (const { given, want } of cases) t.equal(toIdentifier(given), want, given);
  t.end();
});

t.test("an operation without a name is named after its method and path", (t) => {
  const cases = [
    { given: ["GET", "/pools/{poolId}/senders"], want: "getPoolsByPoolIdSenders" },
    { given: ["POST", "/"], want: "post" },
    { given: ["DELETE", "/"], want: "delete_" },
    { given: ["GET", "/files/{name}.{ext}"], want: "getFilesByNameByExt" },
  ] as const;
  for (const { given, want } of cases) t.equal(nameOfOperation(given[0], given[1]), want);
  t.end();
});

t.test("each name is assigned once, also next to names with numbers", (t) => {
  const names = new UniqueNames(["a"]);
  t.strictSame(
    ["a", "a", "a2", "b"].map((name) => names.take(name)),
    ["a2", "a3", "a22", "b"],
  );
  t.end();
});
