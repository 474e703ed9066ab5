// Coverage is summed by folder.
import t from "tap";
import { coverageByFolder } from "../../scripts/project/coverage/by-folder.ts";

t.test("files are summed by folder, the least covered folder first", (t) => {
  const file = (total: number, covered: number) => ({
    lines: { total, covered },
    functions: { total, covered },
  });
  const table = coverageByFolder(
    {
      total: file(12, 9),
      "/p/server/http/a.ts": file(4, 4),
      "/p/server/http/deep/b.ts": file(4, 4),
      "/p/scripts/contract/diff/rules/c.ts": file(3, 0),
      "/p/scripts/contract/diff/d.ts": file(1, 1),
    },
    "/p",
  );
  t.equal(
    table,
    [
      "folder                 lines  functions  functions never called",
      "scripts/contract/diff  25.0%      25.0%  3",
      "server/http            100.0%     100.0%  0",
    ].join("\n"),
  );
  t.end();
});
