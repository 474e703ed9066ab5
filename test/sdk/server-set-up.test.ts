// Handlers and functions that do not fit the document: the server does not start, and the error tells the
// fix.
import { join } from "node:path";
import t from "tap";
import { generatedServer } from "./generated-server.ts";

t.setTimeout(120_000);

const anyone = async (): Promise<object> => ({});

function handlersOf(ids: string): object {
  return Object.fromEntries(ids.split(" ").map((id) => [id, anyone]));
}

const hard = "getNoIdByABByAB delete constructor styles upload form put events pets firstPet echo";

t.test("options that contradict the document make the start fail with a fix", async (t) => {
  const needed = "an object with a function for each";
  const newer = handlersOf("search purge lines");
  const cases = [
    {
      handlers: handlersOf("search purge"),
      want: "handlers.lines, for GET /lines, is missing: add a function",
    },
    {
      handlers: { ...newer, purge: "x" },
      want: /^handlers\.purge, for .+, must be a function; it is of type s/,
    },
    {
      handlers: { ...newer, more: anyone },
      want: /^handlers\.more is for no operation of the document: remove/,
    },
    {
      handlers: undefined,
      want: `handlers is missing: pass ${needed} operation of the document: search, purge`,
    },
  ];
  for (const { handlers, want } of cases) {
    const given = { folder: t.testdir(), document: "newer.yaml", handlers: handlers as object };
    await t.rejects(generatedServer(t, given), { name: "TypeError", message: want });
  }
  // Modules are identified by their path: this is another server.
  const folder = t.testdir({ hard: {} });
  const functions = { key: anyone, tenant: anyone };
  for (const [options, want] of [
    [{ authenticate: functions }, "authenticate.bearer, for the security scheme bearer, is missing: add"],
    [{}, `authenticate is missing: pass ${needed} security scheme of the document: `],
    [{ authenticate: { ...functions, bearer: "x" } }, /^authenticate\.bearer, .+, must be a function; it is/],
  ] as const) {
    const given = {
      folder: join(folder, "hard"),
      document: "hard.yaml",
      handlers: handlersOf(hard),
      options,
    };
    await t.rejects(generatedServer(t, given), { name: "TypeError", message: want });
  }
});
