// Overlays (1.0 and 1.1): the effect of each action, errors with their lines, and the source locations
// afterwards.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import t, { type Test } from "tap";
import { stringify } from "yaml";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import {
  DocumentError,
  type JsonObject,
  type OpenApiDocument,
} from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

const base = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
tags: [{ name: old }, { name: kept }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [old, kept]
      parameters:
        - { name: debug, in: query, schema: { type: boolean } }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses: { "200": { description: Pets } }
  /internal:
    get: { operationId: internal, responses: { "204": { description: Done } } }
`;

/** Returns an Overlay with these actions. */
function overlay(actions: unknown, version = "1.1.0"): string {
  return stringify({ overlay: version, info: { title: "Ours", version: "1.0.0" }, actions });
}

function folderOf(t: Test, ...overlays: readonly string[]): string {
  const folder = t.testdir({ "openapi.yaml": base });
  for (const [index, text] of overlays.entries()) writeFileSync(join(folder, `${index}.overlay.yaml`), text);
  return folder;
}

async function read(
  t: Test,
  ...overlays: readonly string[]
): Promise<{ readonly document: OpenApiDocument; readonly notices: readonly string[] }> {
  const notices: string[] = [];
  const document = await readDocument("openapi.yaml", {
    directory: folderOf(t, ...overlays),
    overlays: overlays.map((_, index) => `${index}.overlay.yaml`),
    notice: ({ file, line }, problem) => notices.push(`${file}:${line}: ${problem}`),
  });
  return { document, notices };
}

const operation = (document: OpenApiDocument, path: string): JsonObject =>
  ((document.root["paths"] as JsonObject)[path] as JsonObject)["get"] as JsonObject;

t.test(
  "an Overlay merges members, concatenates arrays, appends items, and replaces and removes values",
  async (t) => {
    const { document, notices } = await read(
      t,
      overlay([
        {
          target: "$.paths['/pets'].get",
          update: { operationId: "renamed", "x-new": { deep: [1] }, tags: ["more"] },
        },
        { target: "$.paths['/internal']", remove: true },
        { target: "$.tags[?@.name == 'old']", remove: true },
        { target: "$.tags", update: { name: "appended" } },
        { target: "$.paths..tags[?@ == 'old']", remove: true },
        { target: "$.info.version", update: "2.0.0" },
        { target: "$.paths.*.get.parameters[?@.name == 'limit'].schema", update: { maximum: 50 } },
      ]),
    );
    t.same(notices, []);
    const pets = operation(document, "/pets");
    t.match(pets, { operationId: "renamed", tags: ["kept", "more"], "x-new": { deep: [1] } });
    t.same(Object.keys(document.root["paths"] as object), ["/pets"]);
    t.same(document.root["tags"], [{ name: "kept" }, { name: "appended" }]);
    t.match(document.root["info"], { title: "Pets", version: "2.0.0" });
    t.match(pets["parameters"], [{ name: "debug" }, { schema: { type: "integer", maximum: 50 } }]);
  },
);

t.test("actions see the results of earlier ones, and Overlays are applied in order", async (t) => {
  const { document } = await read(
    t,
    overlay([
      { target: "$.paths", update: { "/cats": {} } },
      { target: "$.paths['/cats']", copy: "$.paths['/pets']" },
      { target: "$.paths['/cats'].get.operationId", update: "listCats" },
    ]),
    overlay([{ target: "$.paths['/cats'].get", update: { summary: "Cats" } }], "1.0.0"),
  );
  t.match(operation(document, "/cats"), { operationId: "listCats", summary: "Cats", tags: ["old", "kept"] });
  t.match(operation(document, "/pets"), { operationId: "listPets" }, "a copy shares nothing");
});

t.test("an Overlay target that selects nothing is reported with its line", async (t) => {
  const { notices } = await read(t, overlay([{ target: "$.paths['/dogs']", remove: true }]));
  t.same(notices, ["0.overlay.yaml:6: $.paths['/dogs'] selects nothing: the action does nothing"]);
});

t.test("an Overlay treats a name such as __proto__ like any other", async (t) => {
  const text = `overlay: 1.1.0
info: { title: Ours, version: 1.0.0 }
actions:
  - target: $
    update: { x-own: { __proto__: { polluted: true } } }
`;
  const { document } = await read(t, text);
  t.ok(Object.hasOwn(document.root["x-own"] as object, "__proto__"));
  t.equal(Reflect.get({}, "polluted"), undefined);
});

t.test("locations are those of the file that a value was written in, also after removed items", async (t) => {
  const { document } = await read(
    t,
    overlay([
      { target: "$.paths['/pets'].get.parameters[0]", remove: true },
      { target: "$.paths['/pets'].get", update: { summary: "Pets", "x-new": { deep: 1 } } },
      { target: "$.paths['/pets'].get.tags[0]", remove: true },
    ]),
  );
  const place = (pointer: string): string => {
    const { file, line } = document.locate(pointer);
    return `${file}:${line}`;
  };
  t.equal(place("/paths/~1pets/get/parameters/0/schema/maximum"), "openapi.yaml:11");
  t.equal(place("/paths/~1pets/get/summary"), "0.overlay.yaml:10");
  t.equal(place("/paths/~1pets/get/x-new/deep"), "0.overlay.yaml:12");
  t.equal(place("/paths/~1pets/get/tags/0"), "openapi.yaml:8");
  t.equal(place("/paths/~1pets/get/operationId"), "openapi.yaml:7");
});

t.test("an Overlay that is invalid, or cannot be applied, is rejected with its line", async (t) => {
  const action = (given: unknown, version?: string): string => overlay([given], version);
  const table: { text: string; want: RegExp }[] = [
    { text: base, want: /0\.overlay\.yaml:1: this is not an Overlay: it has no overlay field/ },
    { text: "overlay: 2.0.0\n", want: /:1: overlay is "2.0.0"; read are Overlay 1.0 and 1.1/ },
    { text: "overlay: 1.1.0\nactions: []\n", want: /an info with a title and a version/ },
    { text: overlay([]), want: /:5: an Overlay has a list of one or more actions/ },
    { text: action({ target: "paths", remove: true }), want: /:6: the target of an action is a JSONPath/ },
    {
      text: action({ target: "$.paths[", remove: true }),
      want: /:6: \$\.paths\[ is not a valid JSONPath expression: /,
    },
    {
      text: action({ target: "$.paths" }),
      want: /:6: an action that neither updates nor removes does nothing/,
    },
    { text: action({ target: "$", remove: true }), want: /:6: the whole document cannot be removed/ },
    {
      text: action({ target: "$.info", update: "x" }),
      want: /selects an object, and only an object can be merged/,
    },
    {
      text: action({ target: "$.info.title", update: {} }),
      want: /selects a single value, and only a single value/,
    },
    {
      text: action({ target: "$.info.title", update: "x" }, "1.0.0"),
      want: /neither an object nor an array/,
    },
    {
      text: action({ target: "$.paths", copy: "$.tags" }, "1.0.0"),
      want: /:7: copy is known since Overlay 1\.1/,
    },
    {
      text: action({ target: "$.paths", copy: "$.paths.*" }),
      want: /:7: \$\.paths\.\* selects 2 nodes; one is copied/,
    },
    {
      text: action({ target: "$.paths", copy: "$.none" }),
      want: /:7: \$\.none selects nothing; one is copied/,
    },
    { text: action({ target: "$.a", update: {}, remove: true }), want: /one of update, copy and remove/ },
    {
      text: action({ target: "$.a", update: {}, remvoe: true }),
      want: /:8: there is no field "remvoe" here/,
    },
  ];
  for (const { text, want } of table) {
    const refused = await read(t, text).then(
      () => undefined,
      (error: unknown) => error,
    );
    t.ok(refused instanceof DocumentError, String(want));
    const { message, place, fix } = refused as DocumentError;
    t.match(`${place?.file}:${place?.line}: ${message}`, want);
    t.not(fix, "");
  }
});

t.test("beside `remove: true`, an update of Overlay 1.0 has no effect", async (t) => {
  const both = { target: "$.paths['/internal']", update: { summary: "x" }, remove: true };
  const { document } = await read(t, overlay([both], "1.0.0"));
  t.same(Object.keys(document.root["paths"] as object), ["/pets"]);
});

t.test(
  "commands take --overlay: files are generated from the result, and a comparison applies it to both sides",
  async (t) => {
    const folder = folderOf(
      t,
      overlay([
        { target: "$.paths['/internal']", remove: true },
        { target: "$.paths['/pets'].get", update: { operationId: "renamed" } },
        { target: "$.nothing", remove: true },
      ]),
    );
    mkdirSync(join(folder, "head"));
    writeFileSync(join(folder, "head/openapi.yaml"), base.slice(0, base.indexOf("  /internal:")));
    const run = async (...args: string[]) => {
      const said: string[] = [];
      const say = (line: string): void => void said.push(line);
      const code = await runCommandLine(args, { cwd: folder, env: {}, out: say, err: say });
      return { code, said: said.join("\n") };
    };
    const flags = ["--overlay", "0.overlay.yaml"];
    const made = await run("generate", "openapi.yaml", "--out", "generated", ...flags);
    t.equal(made.code, 0, made.said);
    t.match(made.said, "0.overlay.yaml:11:5: $.nothing selects nothing: the action does nothing");
    const operations = readFileSync(join(folder, "generated/operations.ts"), "utf8");
    t.match(operations, /export const renamed = \{/);
    t.notMatch(operations, /internal/);

    const sides = ["diff", "openapi.yaml", "head/openapi.yaml"];
    t.equal((await run(...sides)).code, 1, "an operation is gone");
    const compared = await run(...sides, ...flags);
    t.equal(compared.code, 0, compared.said);
    t.notMatch(compared.said, /operation internal/, "what the Overlay removes is not compared");
    t.equal(
      compared.said.match(/\$\.nothing selects nothing/g)?.length,
      1,
      "and told once, not once for each side",
    );
  },
);

t.test("the bundled program applies Overlays too", (t) => {
  const folder = folderOf(t, overlay([{ target: "$.paths['/internal']", remove: true }]));
  const args = ["generate", "openapi.yaml", "--overlay", "0.overlay.yaml", "--out", "generated"];
  const { status, stderr } = spawnSync(process.execPath, [resolve("scripts/contract.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  t.equal(status, 0, stderr);
  t.notMatch(readFileSync(join(folder, "generated/operations.ts"), "utf8"), /internal/);
  t.end();
});
