// Downloaded files have the name that the response declares, without folders.
import t from "tap";
import { downloads, fileName } from "../../client/response/downloads.ts";
import { startDeadline } from "../../client/request/deadline.ts";
import { hooksOf } from "../../scripts/contract/generate/resources/operation-hooks.ts";
import { planFrom } from "../generate/plan-from.ts";

const names: readonly { readonly given: string; readonly want: string | undefined }[] = [
  { given: "", want: undefined },
  { given: "attachment", want: undefined },
  { given: "attachment; filename=plain.txt", want: "plain.txt" },
  { given: 'Attachment;FileName="a b;c.txt"', want: "a b;c.txt" },
  { given: 'attachment; filename="a \\"b\\".txt"', want: 'a "b".txt' },
  { given: `attachment; filename="e.txt"; filename*=UTF-8''%e2%82%ac%20rates.txt`, want: "€ rates.txt" },
  { given: `attachment; filename*=utf-8'en'%e2%82%ac.txt; filename="e.txt"`, want: "€.txt" },
  { given: "attachment; filename*=iso-8859-1''%a3.txt", want: "£.txt" },
  { given: `attachment; filename*=UTF-8''%ff.txt; filename=e.txt`, want: "e.txt" },
  { given: `attachment; filename*=koi8-r''%ff; filename=e.txt`, want: "e.txt" },
  { given: 'attachment; note="; filename=evil.sh"; filename=good.txt', want: "good.txt" },
  { given: 'attachment; filename="../../etc/passwd"', want: "passwd" },
  { given: "attachment; filename*=UTF-8''..%2f..%5cboot.ini", want: "boot.ini" },
  { given: 'attachment; filename=".."', want: undefined },
  { given: 'attachment; filename="folder/"', want: undefined },
  { given: "attachment; filename*=UTF-8''a%00%0a.txt", want: "a.txt" },
];

t.test("the name of a file is that of Content-Disposition, without folders", (t) => {
  for (const { given, want } of names) t.equal(fileName(given), want, given);
  t.end();
});

t.test("a download is a file with its name, and a Blob without one", async (t) => {
  const site = { method: "GET", path: "/report" };
  const deadline = startDeadline(10_000, undefined, () => new Error("late"));
  t.teardown(() => deadline.end());
  const read = async (headers: Readonly<Record<string, string>>, type: string): Promise<unknown> =>
    downloads()(new Response("%PDF", { headers: { "Content-Type": type, ...headers } }), type, {
      site,
      deadline,
    });
  const named = await read({ "Content-Disposition": "attachment; filename=r.pdf" }, "application/pdf");
  t.match(named, { name: "r.pdf", type: "application/pdf", size: 4 });
  t.notMatch(await read({}, "application/pdf"), { name: String });
  t.equal(await read({}, "application/problem+json"), undefined);
  t.equal(await read({}, "text/plain"), undefined);
});

t.test("only operations with files contain the code for their names", async (t) => {
  const content = (...types: string[]): object => Object.fromEntries(types.map((type) => [type, {}]));
  for (const { types, want } of [
    { types: ["application/json"], want: false },
    { types: ["text/csv", "application/json"], want: false },
    { types: ["application/pdf"], want: true },
    { types: ["application/json", "image/*"], want: true },
  ]) {
    const responses = { 200: { description: "x", content: content(...types) } };
    const plan = await planFrom({ paths: { "/x": { get: { responses } } } });
    const hooks = plan.operations.flatMap((operation) => hooksOf(plan.document.root, operation));
    t.equal(
      hooks.some(({ name }) => name === "downloads"),
      want,
      types.join(),
    );
  }
});
