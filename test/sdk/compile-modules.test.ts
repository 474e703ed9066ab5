// The compiler, a separate process, has limits on its input and its time.
import t from "tap";
import { emit } from "../../scripts/contract/generate/code.ts";
import { inTime, rejectLong } from "../../scripts/contract/sdk/compile-modules.ts";

t.test("modules that are too long together are rejected, with the name of the longest", (t) => {
  const modules = new Map([
    ["a.ts", emit`export const a = 1;`],
    ["types.ts", emit`export const longer = 12345;`],
  ]);
  t.doesNotThrow(() => {
    rejectLong(modules, 100);
  });
  t.throws(
    () => {
      rejectLong(modules, 40);
    },
    {
      name: "DocumentError",
      message:
        "the output for the document is too large: types.ts alone has 0.0 MB, and 0.0 MB are compiled at most",
    },
  );
  t.end();
});

t.test("a module that does not compile in time is rejected by name", async (t) => {
  t.equal(await inTime("a.ts", Promise.resolve(1)), 1);
  const never = new Promise<number>(() => undefined);
  await t.rejects(inTime("a.ts", never, 0.01), {
    name: "DocumentError",
    message: "a.ts, made of the document, is too large: it is not compiled in 0.01 s",
  });
});
