// Only some files touch the world outside of the process: the disk, sockets, other programs, the environment.
import t from "tap";
import ts from "typescript";
import {
  importsOf,
  parseSource,
  locationOf,
  type ProjectSource,
  sourcesIn,
  visitAll,
} from "./support/project-sources.ts";

/** What is touched, and which files may. */
interface Effect {
  readonly of: string;
  /** Modules that touch it when they are called; imports of types do not. */
  readonly modules: RegExp;
  /** Names of files that say that they do. */
  readonly named?: RegExp;
  /** All others that may; each does. */
  readonly others: readonly string[];
}

/** Commands, and what is named after reading or writing. */
const shell = /\/(?:[\w-]+-command|read-[\w-]+|write[\w-]*)\.ts$/;

const effects: readonly Effect[] = [
  {
    of: "the disk",
    modules: /^node:fs(?:\/|$)/,
    named: shell,
    others: [
      "scripts/contract/cli/package-folder.ts",
      "scripts/contract/config/named-document.ts",
      "scripts/contract/generate/runtime-source.ts",
      "scripts/contract/init/workflow-file.ts",
      "scripts/contract/mock/data-file.ts",
      "scripts/contract/mock/seed-files.ts",
      "scripts/contract/mock/watch-files.ts",
      "scripts/contract/sdk/license.ts",
      "scripts/contract/sdk/runtime-modules.ts",
      "server/store/sqlite/database.ts",
    ],
  },
  {
    of: "sockets",
    modules: /^(?:node:(?:net|http|https|http2|tls|dgram|dns)(?:\/|$)|undici$|pg$)/,
    named: /\/read-[\w-]+\.ts$/,
    others: [
      "client/node.ts",
      "scripts/contract/diff/replay/send-plain.ts",
      "scripts/contract/mock/listen.ts",
      "scripts/contract/proxy/start-proxy.ts",
      "scripts/contract/verify/send/connections.ts",
      "server/store/postgres/connections.ts",
      "server/store/postgres/migrate.ts",
      "server/system/metrics-server.ts",
    ],
  },
  {
    of: "other programs",
    modules: /^node:(?:child_process|worker_threads|cluster)$/,
    named: /\/read-[\w-]+\.ts$/,
    others: ["scripts/contract/document/git.ts"],
  },
];

/** Where the environment and the command line are read: the rest gets them as values. */
const readers = ["scripts/contract/diff-tool.ts", "scripts/contract/tool.ts", "server/main.ts"];

const sources = ["server", "client", "scripts/contract"].flatMap(sourcesIn);

/** Constants, classes and pure functions of those modules. */
const harmless: ReadonlySet<string> = new Set([
  "BlockList",
  "DatabaseError",
  "METHODS",
  "STATUS_CODES",
  "isIP",
]);

/** Modules of which a file imports nothing else. */
function harmlessImports({ tree }: ProjectSource): ReadonlySet<string> {
  const modules = new Map<string, boolean>();
  visitAll(tree, (node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
    if (node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
    const names = node.importClause?.namedBindings;
    const isHarmless =
      names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.every(({ name, isTypeOnly }) => isTypeOnly || harmless.has(name.text));
    const { text } = node.moduleSpecifier;
    modules.set(text, isHarmless && modules.get(text) !== false);
  });
  return new Set([...modules].filter(([, isHarmless]) => isHarmless).map(([name]) => name));
}

function touching(effect: Effect, files: readonly ProjectSource[]): string[] {
  return files
    .filter((file) => {
      const ignored = harmlessImports(file);
      return importsOf(file).some(
        ({ target, typeOnly }) => !typeOnly && effect.modules.test(target) && !ignored.has(target),
      );
    })
    .map(({ path }) => path)
    .filter((path) => effect.named?.test(path) !== true);
}

/** Where a file reads `process.env` or `process.argv`. */
function environmentUses({ tree }: ProjectSource): string[] {
  const found: string[] = [];
  visitAll(tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && /^process\.(?:env|argv)$/.test(node.getText()))
      found.push(locationOf(node));
  });
  return found;
}

for (const effect of effects) {
  t.test(`no file touches ${effect.of} but those that may`, (t) => {
    t.same(touching(effect, sources).sort(), [...effect.others].sort());
    t.end();
  });
}

t.test("the environment and the command line are read where a program starts", (t) => {
  const found = sources.filter((source) => environmentUses(source).length > 0).map(({ path }) => path);
  t.same(found.sort(), readers);
  t.end();
});

t.test("type imports and files named read-* are not violations", (t) => {
  const cases = [
    { path: "server/a.ts", text: 'import { readFileSync } from "node:fs";', want: 1 },
    { path: "server/a.ts", text: 'await import("node:fs/promises");', want: 1 },
    { path: "server/a.ts", text: 'import type { Stats } from "node:fs";', want: 0 },
    { path: "server/read-a.ts", text: 'import { readFileSync } from "node:fs";', want: 0 },
    { path: "server/a.ts", text: 'import { isIP } from "node:net";', want: 0 },
    { path: "server/a.ts", text: 'import { connect, isIP } from "node:net";', want: 1 },
  ];
  for (const { path, text, want } of cases) {
    const found = effects.flatMap((effect) => touching(effect, [parseSource(path, text)]));
    t.equal(found.length, want, text);
  }
  t.equal(
    environmentUses(parseSource("server/a.ts", "// process.env\nprocess.env.A; process.exit();")).length,
    1,
  );
  t.end();
});
