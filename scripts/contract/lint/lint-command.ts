// `contract lint`: says where a document breaks the house rules.
import { resolve } from "node:path";
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { printing } from "../cli/printing.ts";
import { placeText } from "../cli/error-text.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { readNamed } from "../document/read-named.ts";
import { chosenRules } from "./chosen-rules.ts";
import { type FormatChecks, formatsOfModule, knownFormats } from "./formats.ts";
import { lintDocument, type LintResult } from "./lint-document.ts";
import { lintContext } from "./rule.ts";
import { rules } from "./rules.ts";

const defaultDocument = "spec/openapi.yaml";

export const lintCommand: Command = {
  name: "lint",
  section: "lint",
  summary: "Say where a document breaks the house rules.",
  usage: `[document] [--skip <rule>] …`,
  details: [
    `The document is a path; without one it is ${defaultDocument}. Every finding is a line: place, rule, message.`,
    "",
    ...rules.map(({ id, summary }) => `${id}: ${summary}`),
  ].join("\n"),
  options: {
    skip: { type: "string", multiple: true, value: "rule", summary: "Leave a rule out. May be repeated." },
    "allow-extension": {
      type: "string",
      multiple: true,
      value: "x-name",
      summary: "Allow an extension beside x-sdk. May be repeated.",
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
};

async function run(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const chosen = chosenRules(args.values("skip"));
  const formats = await collectFormats(args.values("format-module"), io.cwd);
  const location = args.positionals[0] ?? defaultDocument;
  const document = await readNamed(location, {
    directory: io.cwd,
    ...readingOf(args, io),
  });
  const extensions = ["x-sdk", ...args.values("allow-extension")];
  const results = lintDocument(lintContext(document, { formats, extensions }), chosen);
  for (const { place, rule, message } of results) io.out(`${placeText(place)}  ${rule}  ${message}`);
  io.err(summarize(results, location, chosen.length));
  return results.length === 0 ? 0 : 1;
}

async function collectFormats(modules: readonly string[], cwd: string): Promise<FormatChecks> {
  const loaded = await Promise.all(modules.map((path) => formatsOfModule(resolve(cwd, path))));
  return Object.assign({}, knownFormats(), ...loaded) as FormatChecks;
}

function summarize(results: readonly LintResult[], location: string, ruleCount: number): string {
  if (results.length === 0) return `${location} keeps all ${ruleCount} rules`;
  const broken = new Set(results.map(({ rule }) => rule)).size;
  return `${location}: ${count(results.length, "finding")} by ${count(broken, "rule")} of ${ruleCount}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
