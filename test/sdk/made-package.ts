// Packages made in tests: written by the command, installed by npm from their archive, without any network.
import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { complaintsOf } from "../support/compiler.ts";

const run = promisify(execFile);

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `contract sdk` in a folder. */
export async function sdk(folder: string, ...args: string[]): Promise<Ran> {
  const printed = { out: "", err: "" };
  const code = await runCommandLine(["sdk", ...args], {
    out: (text) => void (printed.out += `${text}\n`),
    err: (text) => void (printed.err += `${text}\n`),
    cwd: folder,
    env: {},
  });
  return { code, ...printed };
}

/** Where a document of the tests, or of the project, lies. */
export function documentPath(name: string): string {
  return resolve(name.includes("/") ? name : `test/fixtures/documents/${name}`);
}

/** Makes a package in a folder and installs it in an empty project there; gives the project's folder. */
export async function installed(folder: string, document: string, ...args: string[]): Promise<string> {
  const made = await sdk(folder, documentPath(document), "--out", "package", ...args);
  if (made.code !== 0) throw new Error(made.err + made.out);
  writeFileSync(join(folder, "package.json"), '{"name":"user","private":true,"type":"module"}');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${made.out.trim()}`], {
    cwd: folder,
  });
  return folder;
}

/** Installs a package that an entry needs, by default that for Node: the project's own. */
export function installPeer(folder: string, name = "undici"): void {
  mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
  symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
}

/** Runs a program in a folder; gives what it printed. Code made from strings is forbidden in it. */
export async function execute(folder: string, file: string, program: string, env = {}): Promise<string> {
  writeFileSync(join(folder, file), program);
  const { stdout, stderr } = await run(process.execPath, ["--disallow-code-generation-from-strings", file], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  return stdout + stderr;
}

/**
 * Compiles a program against what is installed in a folder; gives the compiler's complaints.
 *
 * @param compiler  the package of another compiler than the project's own, started as a process
 * @param more  options of the compiler
 */
export async function compile(
  folder: string,
  program: string,
  compiler?: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  writeFileSync(join(folder, "program.mts"), program);
  const options = {
    noEmit: true,
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    ...more,
  };
  if (compiler === undefined) return complaintsOf(folder, ["program.mts"], options);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["program.mts"] }),
  );
  return run(process.execPath, [resolve(`node_modules/${compiler}/bin/tsc`), "-p", "."], {
    cwd: folder,
  }).then(
    ({ stdout }) => stdout,
    (error: unknown) => String(error instanceof Error && "stdout" in error ? error.stdout : error),
  );
}
