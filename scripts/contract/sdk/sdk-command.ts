// The command `contract sdk`: generates a package that is ready to be published from a document, or from some
// of its operations.
import { dirname, join, relative, resolve } from "node:path";
import { choice } from "../cli/choice.ts";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { printing } from "../cli/printing.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { sameCommand } from "../cli/same-command.ts";
import { checkWay } from "../cli/write-target.ts";
import { isObject } from "../document/pointer.ts";
import { readNamed } from "../document/read-named.ts";
import { variableOptions } from "../generate/allowed-variables.ts";
import type { InferredPagination } from "../generate/resources/infer-pagination.ts";
import { planOf } from "../generate/plan.ts";
import { dateTypes, int64Types } from "../generate/value-types.ts";
import { environmentLines, tellRejected } from "./environment-lines.ts";
import { licenseOf } from "./license.ts";
import { makeSdk } from "./make-sdk.ts";
import { readManifest } from "./read-manifest.ts";
import { selectionOf, selectionOptions, tellLosses } from "./selection-options.ts";
import { tarball, tarballName } from "./tarball.ts";
import { differences, readPackage, writePackage } from "./write-package.ts";

export const sdkCommand: Command = {
  name: "sdk",
  section: "sdk",
  summary: "Write and pack an npm package with a client for an API, or for some of its operations.",
  usage: "[document] --name <package> [--tags <tag>,…] [--operations <id>,…]",
  details:
    "The document may be OpenAPI 3.0, 3.1 or 3.2. What cannot be generated is named, and only that operation left out; with " +
    "--strict nothing is written then, and the exit code is 1.",
  options: {
    name: {
      type: "string",
      short: "n",
      value: "package",
      summary: "The package's name, such as @team/pools.",
    },
    spec: {
      type: "string",
      value: "file",
      summary: "The document, instead of the first argument.",
      flagOnly: true,
    },
    client: { type: "string", value: "class", summary: "The client's class, such as PoolsClient." },
    version: {
      type: "string",
      value: "version",
      summary: "The package's version.",
      default: "the document's",
    },
    repository: {
      type: "string",
      value: "url",
      summary: "Where the package's source is; npm's provenance needs it.",
    },
    public: {
      type: "boolean",
      summary: "Publish publicly: access public and provenance in package.json.",
    },
    out: {
      type: "string",
      short: "o",
      value: "folder",
      summary: "Where the package goes.",
      default: "dist/sdk/<name>",
    },
    check: {
      type: "boolean",
      summary: "Write nothing; exit with 1 if the existing package differs.",
      flagOnly: true,
    },
    "infer-pagination": {
      type: "boolean",
      summary: "Infer pagination from the names of parameters and properties; prints what was inferred.",
    },
    int64: {
      type: "string",
      value: "type",
      summary: "The type of integers of 64 bits: number, bigint or string.",
      default: "number",
    },
    dates: {
      type: "string",
      value: "type",
      summary: "The type of date-times: Date or string.",
      default: "Date",
    },
    ...selectionOptions,
    ...variableOptions,
    ...readingOptions,
  },
  positionals: { min: 0, max: 1 },
  run: sdk,
};

async function sdk(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const location = args.value("spec") ?? args.positionals[0];
  const name = args.value("name");
  if (location === undefined || name === undefined)
    throw missing(location === undefined ? "the document" : "--name");
  const read = await readNamed(location, { directory: io.cwd, ...readingOf(args, io) });
  const folder = resolve(io.cwd, args.value("out") ?? join("dist", "sdk", name.replace(/^@.*\//, "")));
  const { settings, files, losses, refused, inferred, document } = await makeSdk(read, {
    name,
    version: args.value("version"),
    client: args.value("client"),
    env: args.values("env"),
    selection: selectionOf(args),
    isPublic: args.flag("public"),
    infersPagination: args.flag("infer-pagination"),
    values: {
      int64: choice(args, "int64", int64Types) ?? "number",
      dates: choice(args, "dates", dateTypes) ?? "Date",
    },
    license: await licenseOf(read.root, io.cwd),
    repository: args.value("repository") ?? (await repositoryOf(io.cwd)),
    changelog: (await readPackage(folder)).get("CHANGELOG.md"),
  });
  if (tellLosses(losses, args, io)) return 1;
  const shown = relative(io.cwd, folder) || ".";
  if (args.flag("check")) return check(await changes(folder, files), shown, args, io);
  const archive = join(dirname(folder), tarballName(settings.name, settings.version));
  await checkWay(io.cwd, folder);
  const left = await writePackage(folder, files, {
    shown,
    archive: { path: archive, content: tarball(files) },
  });
  for (const file of left) io.err(`${join(shown, file)} was not written by this tool and is left alone`);
  io.err(`${settings.name} ${settings.version} is in ${shown}`);
  tellRejected(refused, io);
  for (const line of inferredLines(inferred)) io.err(line);
  for (const line of environmentLines(planOf(document))) io.err(line);
  io.out(relative(io.cwd, archive));
  return 0;
}

/** Returns the inferred pagination, in the form in which an overlay or the document would declare it. */
function inferredLines(found: readonly InferredPagination[]): string[] {
  return found.map(
    ({ operation: { source, id }, pagination }) =>
      `${id} (${source.method} ${source.path}) is taken for a list: x-sdk.pagination ${JSON.stringify(pagination)}`,
  );
}

async function changes(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  return differences(files, await readPackage(folder)).map(({ kind, file }) => `${file} is ${kind}`);
}

function check(found: readonly string[], folder: string, args: CommandArgs, io: CommandIo): ExitCode {
  if (found.length === 0) return 0;
  for (const line of found) io.out(`${folder}/${line}`);
  io.out(`fix: ${sameCommand(sdkCommand, args, "check")}`);
  return 1;
}

function missing(what: string): UsageError {
  return new UsageError(`${what} is missing`, {
    expected: "expected a document and the package's name, or a config that names them",
    fix: "contract sdk openapi.yaml --name @team/pools",
  });
}

/** Returns the repository from the folder's own package.json. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  const { repository } = await readManifest(folder);
  const url = isObject(repository) ? repository["url"] : repository;
  return typeof url === "string" ? url : undefined;
}
