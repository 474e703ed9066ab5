// Tries `contract sdk` with documents of real APIs: whether a package is generated, its declarations compile
// under `strict`, and it loads. `node --import=tsx scripts/project/documents/sdk-documents.ts [part of a
// name]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommandLine } from "../../contract/cli/run-command-line.ts";
import { notFetched } from "../installed-apart.ts";
import { complaintsOf } from "./compiler-complaints.ts";
import { realDocuments } from "./real-documents.ts";

const write = (text: string): void => void process.stdout.write(`${text}\n`);

const documents = realDocuments(process.argv[2]);
if (documents === undefined) write(notFetched);
const counts = { made: 0, compiled: 0, loaded: 0 };
for (const { name, path } of documents ?? []) {
  const folder = mkdtempSync(join(tmpdir(), "sdk-documents-"));
  try {
    write(`${name.padEnd(45)} ${await tried(path, folder)}`);
  } catch (error) {
    write(`${name.padEnd(45)} failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (documents !== undefined)
  write(`${counts.made} of ${documents.length} made, ${counts.compiled} compile, ${counts.loaded} load`);

async function tried(document: string, folder: string): Promise<string> {
  const made = join(folder, "node_modules/made");
  mkdirSync(join(folder, "node_modules"));
  const said: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void said.push(text), cwd: folder, env: {} };
  const args = ["sdk", document, "--name", "made", "--client", "Made", "--version", "1.0.0", "--out", made];
  if ((await runCommandLine(args, io)) !== 0) throw new Error(said.join("\n"));
  counts.made += 1;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const user = join(folder, "user.ts");
  writeFileSync(user, 'import { Made } from "made";\nexport const made: Made = new Made();\n');
  const complaints = complaintsOf(user, { skipLibCheck: false, skipDefaultLibCheck: true });
  if (complaints.length === 0) counts.compiled += 1;
  const entry = pathToFileURL(join(made, "dist/generated/index.js")).href;
  const { Made } = (await import(entry)) as { Made?: unknown };
  if (typeof Made === "function") counts.loaded += 1;
  const left = said.join("\n").match(/left out/g)?.length ?? 0;
  return `${left} left out · ${complaints.length} complaints${["", ...complaints.slice(0, 3)].join("\n    ")}`;
}
