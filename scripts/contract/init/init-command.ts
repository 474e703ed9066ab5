// `contract init`: writes the files that a repository needs to check its contract in every pull request.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { readingOf, sourceOptions } from "../cli/reading-options.ts";
import { readToolName } from "../cli/read-tool-version.ts";
import { shellFlag, shellWord } from "../cli/shell-word.ts";
import { checkOwnTarget } from "../cli/write-target.ts";
import { installedCommand } from "../diff/accept/accept-command-line.ts";
import { defaultBase } from "../diff/diff-options.ts";
import { defaultDocument } from "../diff/document-option.ts";
import { readDocument } from "../document/read-document.ts";
import { attributesLine } from "./attributes-line.ts";
import { configFile, configPath } from "./config-file.ts";
import { readInstallation, readTop } from "./read-repository.ts";
import { workflowFile } from "./workflow-file.ts";

const workflowPath = ".github/workflows/contract.yml";
const attributesPath = ".gitattributes";

export const initCommand: Command = {
  name: "init",
  summary: "Prepare a repository for the diff in its pull requests.",
  usage: "[document]",
  details: [
    `Writes ${configPath}, ${workflowPath} and a line in ${attributesPath}, at the top of the repository; a file that is there already is left as it is.`,
    `The document is ${defaultDocument} unless named.`,
  ].join("\n"),
  positionals: { min: 0, max: 1 },
  options: {
    ...sourceOptions,
    command: {
      type: "string",
      value: "command",
      summary: `How the workflow runs this tool. Default: ${installedCommand}.`,
    },
  },
  run: runInit,
};

async function runInit(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [named = defaultDocument] = args.positionals;
  await readDocument(named, { directory: io.cwd, ...readingOf(args, io) });
  const top = await readTop(io.cwd);
  const document = await pathInRepository(named, { top, cwd: io.cwd });
  const command = args.value("command") ?? installedCommand;
  const at = { ...io, cwd: top };
  await writeOnce(configPath, configFile(document, await readToolName()), at);
  await writeOnce(workflowPath, await workflowFile(document, command), at);
  await addLine(attributesPath, attributesLine(document), at);
  io.out(nextSteps({ document, command, files: await readInstallation(top), folder: relative(io.cwd, top) }));
  return 0;
}

/**
 * Returns the path of a document relative to the top of the repository, with slashes as in git and the
 * workflow.
 *
 * @throws UsageError for a document outside of the repository, or one that is not a file, such as a URL
 */
async function pathInRepository(
  named: string,
  { top, cwd }: { readonly top: string; readonly cwd: string },
): Promise<string> {
  const full = resolve(cwd, named);
  const isFile = await stat(full).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile)
    throw new UsageError(`${named} is not a file of the repository`, {
      expected: "expected a file, since pull requests that change it are compared",
      fix: "save the document in the repository and name that file",
    });
  const path = relative(top, full).split(sep).join("/");
  if (!path.startsWith("../") && path !== "..") return path;
  throw new UsageError(`${full} is outside of ${top}`, {
    expected: "expected a document in the repository that this runs in",
    fix: "run contract init in the repository that has the document",
  });
}

/** Returns commands that can be run as printed, from the working directory. */
function nextSteps(of: {
  readonly document: string;
  readonly command: string;
  readonly files: readonly string[];
  readonly folder: string;
}): string {
  const { document, command, files, folder } = of;
  // A path that starts with a colon would be a pattern (gitglossary, pathspec).
  const added = document.startsWith(":") ? `./${document}` : document;
  const committed = [added, configPath, workflowPath, attributesPath, ...files].map(shellWord).join(" ");
  const named = document === defaultDocument ? "" : ` ${shellFlag("--document", document)}`;
  return [
    "",
    "Next:",
    ...(folder === "" ? [] : [`  cd ${shellWord(folder)}`]),
    `  git add -- ${committed}   # commit them all`,
    `  git config diff.contract.command ${shellWord(`${command} diff driver`)}   # this clone's git diff shows the verdict`,
    `  ${command} diff ${defaultBase}${named}   # as a line of a pre-commit hook`,
  ].join("\n");
}

async function writeOnce(path: string, text: string, io: CommandIo): Promise<void> {
  const full = resolve(io.cwd, path);
  await checkOwnTarget(io.cwd, full, path);
  await mkdir(dirname(full), { recursive: true });
  try {
    await writeFile(full, text, { flag: "wx" });
    io.out(`written  ${path}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    io.out(`kept     ${path}: it is there already`);
  }
}

async function addLine(path: string, line: string, io: CommandIo): Promise<void> {
  const full = resolve(io.cwd, path);
  await checkOwnTarget(io.cwd, full, path);
  const text = await readFile(full, "utf8").catch(() => "");
  if (text.split(/\r?\n/).includes(line)) {
    io.out(`kept     ${path}: it has the line already`);
    return;
  }
  await writeFile(full, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`);
  io.out(`written  ${path}`);
}
