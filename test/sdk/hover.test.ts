// What an editor shows for the members of a generated package: descriptions with units, and defaults, also of
// parameters that operations share.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import ts from "typescript";
import { sdk } from "./made-package.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "The Parcel Desk API", version: "1.0.0" },
  paths: {
    "/parcels": {
      get: {
        operationId: "listParcels",
        tags: ["parcels"],
        summary: "Lists parcels.",
        parameters: [{ $ref: "#/components/parameters/Weight" }],
        responses: { 204: { description: "Done" } },
      },
      post: {
        operationId: "bookParcel",
        tags: ["parcels"],
        parameters: [{ $ref: "#/components/parameters/Weight" }, { $ref: "#/components/parameters/Trace" }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Booking" } } },
        },
        responses: { 204: { description: "Done" } },
      },
    },
  },
  components: {
    parameters: {
      Weight: {
        name: "minWeight",
        in: "query",
        description: "Only parcels of at least this weight in grams.",
        schema: { type: "integer", default: 500 },
      },
      Trace: { name: "X-Trace", in: "header", description: "Joins logs.", schema: { type: "string" } },
    },
    schemas: {
      Booking: {
        type: "object",
        required: ["to"],
        properties: {
          to: { type: "string", description: "The address." },
          hold: { type: "integer", description: "Days to hold it.", default: 7 },
        },
      },
    },
  },
};

const program = `import { ParcelDeskClient } from "desk";
const client = new ParcelDeskClient({ baseUrl: "https://desk.example", maxAttempts: 2 });
await client.parcels.listParcels({ minWeight: 1 }, { timeout: 1000 });
await client.parcels.bookParcel({ to: "x", hold: 1 }, { minWeight: 2 }, { xTrace: "t" });
`;

t.test(
  "an editor shows descriptions, units and defaults of parameters, properties and options",
  async (t) => {
    const folder = t.testdir({ "package.json": '{"type":"module"}', "desk.json": JSON.stringify(document) });
    const made = await sdk(folder, "desk.json", "--name", "desk", "--out", "node_modules/desk");
    t.equal(made.code, 0, made.err);
    const file = join(folder, "program.mts");
    writeFileSync(file, program);
    const service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (name) => {
        const text = ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => ({
        module: ts.ModuleKind.NodeNext,
        target: ts.ScriptTarget.ES2022,
        strict: true,
        types: [],
      }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
      directoryExists: (name) => ts.sys.directoryExists(name),
    });
    t.same(
      service.getSemanticDiagnostics(file).map(({ messageText }) => messageText),
      [],
    );
    const hover = (text: string): string => {
      const info = service.getQuickInfoAtPosition(file, program.indexOf(text));
      const tags = (info?.tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`);
      return [ts.displayPartsToString(info?.documentation), ...tags].join(" ");
    };
    const shared = /Only parcels of at least this weight in grams\..*@default 500/;
    for (const [text, want] of [
      ["listParcels", /Lists parcels\./],
      ["minWeight: 1", shared],
      ["minWeight: 2", shared],
      ["xTrace", /Joins logs\./],
      ["to:", /The address\./],
      ["hold", /Days to hold it\..*@default 7/],
      ["timeout", /Milliseconds for the whole call.*Default 60 000/],
      ["maxAttempts", /Default 3/],
    ] as const)
      t.match(hover(text), want, text);
  },
);
