// Servers that conform to their documents have no findings, whatever the documents leave open.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { verify } from "../../scripts/contract/verify/verify.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { paths } from "../mock/put-paths.ts";

t.setTimeout(120_000);

t.test("a mock whose PUT creates, or does not, as its document says has no findings", async (t) => {
  const path = join(t.testdir(), "openapi.json");
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const { findings, left, isComplete } = await verify({
    document: await readDocument(path),
    target: mock.url,
    write: true,
  });
  t.same(
    findings.map(({ check, operation, place, expected, got }) => [
      check,
      operation.label,
      place,
      expected,
      got,
    ]),
    [],
  );
  t.same(left, []);
  t.ok(isComplete);
});
