// `contract lint`: reports where a document violates the lint rules.
import { resolve } from "node:path";
import { choice } from "../cli/choice.ts";
import type { Command, CommandArgs, CommandIo, ConfiguredRun, ExitCode } from "../cli/command.ts";
import { endOf, worse } from "../cli/end-of.ts";
import { printable } from "../cli/printable.ts";
import { printing } from "../cli/printing.ts";
import { terminalOf } from "../cli/terminal.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { readNamed } from "../document/read-named.ts";
import { chosenRules } from "./chosen-rules.ts";
import { type FormatChecks, formatsOfModule, knownFormats } from "./formats.ts";
import { lintDocument } from "./lint-document.ts";
import {
  gradeResults,
  type GradedResult,
  lintConditions,
  parseLintGrade,
  parseLintIgnore,
} from "./lint-grade.ts";
import { folderInRepository } from "../document/git.ts";
import { type LintedDocument, type LintFormat, lintFormats, lintReport } from "./lint-report.ts";
import { lintContext } from "./rule.ts";
import { rules } from "./rules.ts";

const defaultDocument = "spec/openapi.yaml";

export const lintCommand: Command = {
  name: "lint",
  section: "lint",
  summary: "Report where a document violates the lint rules.",
  usage: "[document] [--skip <rule>] …",
  details: [
    `The document is a path; without one it is ${defaultDocument}. Every finding is a line: location, rule, message.`,
    "",
    ...rules.map(({ id, summary }) => `${id}: ${summary}`),
  ].join("\n"),
  options: {
    skip: { type: "string", multiple: true, value: "rule", summary: "Leave a rule out. May be repeated." },
    "allow-extension": {
      type: "string",
      multiple: true,
      value: "x-name",
      summary: "Allow an extension in addition to x-sdk. May be repeated.",
    },
    ignore: {
      type: "string",
      multiple: true,
      value: "conditions: reason",
      summary:
        "Leave findings out: 'rule=bounded-strings path=/v1/**: why'. Conditions: rule, path, operation, pointer, text (a regular expression). May be repeated.",
      adds: true,
    },
    grade: {
      type: "string",
      multiple: true,
      value: "severity conditions: reason",
      summary:
        "Let findings count as error, warn or off: 'warn rule=bounded-strings: why'. The first that matches applies. May be repeated.",
      adds: true,
      conditions: lintConditions,
    },
    format: {
      type: "string",
      value: lintFormats.join("|"),
      summary: "How findings are printed.",
      default: "text",
    },
    "format-module": {
      type: "string",
      multiple: true,
      value: "file",
      summary: "Check the formats that a JavaScript module exports as functions from text to boolean.",
      flagOnly: true,
    },
    ...readingOptions,
  },
  positionals: { min: 0, max: 1 },
  run,
  runAll,
};

async function run(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  return tell([await lintOne(args, io)], args, io);
}

/** Lints the documents of a config: in one report if the format is one of a CI system. */
async function runAll(runs: readonly ConfiguredRun[], io: CommandIo): Promise<ExitCode> {
  const linted: LintedDocument[] = [];
  const [first] = runs;
  let worst: ExitCode = 0;
  for (const { name, document, args } of runs) {
    const isText = formatOf(args) === "text";
    if (isText && runs.length > 1) io.err(printable(`${name} (${document}):`));
    const code = await endOf(async () => {
      const found = await lintOne(args, io);
      if (!isText) linted.push(found);
      return isText ? tell([found], args, io) : codeOf(found);
    }, io);
    worst = worse(worst, code);
  }
  return first === undefined || linted.length === 0
    ? worst
    : worse(worst, await tell(linted, first.args, io));
}

async function lintOne(args: CommandArgs, terminal: CommandIo): Promise<LintedDocument> {
  const io = printing(terminal);
  const chosen = chosenRules(args.values("skip"));
  const grades = [...args.values("ignore").map(parseLintIgnore), ...args.values("grade").map(parseLintGrade)];
  const formats = await collectFormats(args.values("format-module"), io.cwd);
  const location = args.positionals[0] ?? defaultDocument;
  const document = await readNamed(location, {
    directory: io.cwd,
    ...readingOf(args, io),
  });
  const extensions = ["x-sdk", ...args.values("allow-extension")];
  const found = lintDocument(lintContext(document, { formats, extensions }), chosen);
  const results = gradeResults(document, found, grades);
  const summary = summarize(results, { location, rules: chosen.length, off: found.length - results.length });
  return { location, results, summary };
}

async function tell(linted: readonly LintedDocument[], args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const format = formatOf(args);
  const folder = format === "text" ? "" : await folderInRepository(io.cwd);
  const report = lintReport(linted, format, { terminal: terminalOf(io.env, process.stdout), folder });
  if (report !== "") io.out(report);
  for (const { summary } of linted) io.err(printable(summary));
  return linted.map(codeOf).reduce(worse, 0);
}

function codeOf({ results }: LintedDocument): ExitCode {
  return results.some(({ severity }) => severity === "error") ? 1 : 0;
}

function formatOf(args: CommandArgs): LintFormat {
  return choice(args, "format", lintFormats) ?? "text";
}

async function collectFormats(modules: readonly string[], cwd: string): Promise<FormatChecks> {
  const loaded = await Promise.all(modules.map((path) => formatsOfModule(resolve(cwd, path))));
  return Object.assign({}, knownFormats(), ...loaded) as FormatChecks;
}

function summarize(
  results: readonly GradedResult[],
  { location, rules: all, off }: { readonly location: string; readonly rules: number; readonly off: number },
): string {
  const left = off === 0 ? "" : `, ${count(off, "finding")} off`;
  if (results.length === 0) return `${location} keeps all ${all} rules${left}`;
  const broken = new Set(results.map(({ rule }) => rule)).size;
  const warnings = results.filter(({ severity }) => severity === "warn").length;
  const graded = warnings === 0 ? "" : `, ${count(warnings, "warning")} among them`;
  return `${location}: ${count(results.length, "finding")} by ${count(broken, "rule")} of ${all}${graded}${left}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
