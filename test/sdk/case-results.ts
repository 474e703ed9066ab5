// Generates the package or server of each case in `test/fixtures/cases`, compiles all code that uses them in
// one program, and runs it.
import { execFile } from "node:child_process";
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { compilerErrors } from "../support/compiler.ts";

const fixtures = resolve("test/fixtures/cases");
const programs = ["consumer.ts", "server.ts"];

/** The names of all cases, for example `g01-discriminator-implicit`. */
export const caseNames: readonly string[] = readdirSync(fixtures).filter((name) => !name.endsWith(".ts"));

/**
 * Generates packages and servers in a folder, with the programs that use them.
 *
 * @param names the names of the cases
 * @returns case → errors: compiler messages, failed checks, exit codes other than 0
 */
export async function caseResults(
  folder: string,
  names: readonly string[] = caseNames,
): Promise<ReadonlyMap<string, readonly string[]>> {
  cpSync(fixtures, folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true,"type":"module"}');
  const wrong = new Map<string, string[]>();
  for (const [index, name] of names.entries())
    wrong.set(name, await make(join(folder, name), `0.0.${index}`));
  for (const [name, line] of complaints(folder, names)) wrong.get(name)?.push(line);
  const runs = names.flatMap((name) =>
    programs.filter((file) => existsSync(join(folder, name, file))).map((file) => ({ name, file })),
  );
  const next = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined; run = runs.shift())
      wrong.get(run.name)?.push(...(await failures(join(folder, run.name), run.file)));
  };
  await Promise.all([next(), next(), next()]);
  return wrong;
}

/**
 * TypeScript treats packages of equal name and version as one package, wherever they are: each case has its
 * own version.
 */
async function make(folder: string, version: string): Promise<string[]> {
  const document = ["openapi.yaml", "openapi.json"].find((file) => existsSync(join(folder, file))) ?? "";
  const commands = [
    ["consumer.ts", "sdk", "--name", "@case/sdk", "--client", "Api", "--version", version],
    ["server.ts", "server"],
  ];
  const outs: Readonly<Record<string, string>> = { sdk: "node_modules/@case/sdk", server: "generated" };
  const wrong: string[] = [];
  for (const [file = "", command = "", ...flags] of commands) {
    if (!existsSync(join(folder, file))) continue;
    const said: string[] = [];
    const io = { out: () => undefined, err: (line: string) => void said.push(line), cwd: folder, env: {} };
    const args = [command, document, "--out", outs[command] ?? "", ...flags];
    if ((await runCommandLine(args, io)) !== 0) wrong.push(`${command}: ${said.join(" ")}`);
  }
  return wrong;
}

/** The compiler errors of all cases, by case; the declarations of the packages are checked as well. */
function complaints(folder: string, names: readonly string[]): [name: string, line: string][] {
  const files = names.flatMap((name) => programs.map((file) => join(folder, name, file)));
  const errors = compilerErrors(folder, files.filter(existsSync), {
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true,
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
  });
  return errors.map(({ file, line, text }) => {
    const path = file === undefined ? "" : relative(folder, file);
    const [name = ""] = path.split("/");
    const error = `${path}:${line}: ${text}`;
    if (!names.includes(name)) throw new Error(error);
    return [name, error];
  });
}

/** The failed checks of a program. */
async function failures(folder: string, file: string): Promise<string[]> {
  const bundle = file.replace(".ts", ".mjs");
  await build({
    absWorkingDir: folder,
    entryPoints: [file],
    outfile: bundle,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
  return new Promise((done) => {
    execFile(process.execPath, [bundle], { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) => {
      const failed = stdout.match(/^FAIL .*(\n {5}.*)*/gm) ?? [];
      const ended = error !== null && failed.length === 0 ? [`${file} ended early: ${stderr}`] : [];
      done([...failed.map((line) => `${file}: ${line}`), ...ended]);
    });
  });
}
