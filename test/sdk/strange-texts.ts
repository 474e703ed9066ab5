// Strings that try to become code, and the files generated for documents that contain them.
import { basename } from "node:path";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { parse } from "yaml";
import { DocumentError } from "../../scripts/contract/document/document.ts";
import { UsageError } from "../../scripts/contract/cli/command.ts";
import { generatedFiles } from "../../scripts/contract/generate/generated-files.ts";
import { emitClient } from "../../scripts/contract/sdk/emit-client.ts";
import { planOf } from "../../scripts/contract/generate/plan.ts";
import { packageFiles } from "../../scripts/contract/sdk/package-files.ts";
import { packageSettings } from "../../scripts/contract/sdk/package-settings.ts";
import { licenseOf } from "../../scripts/contract/sdk/license.ts";
import { clientObstacle } from "../../scripts/contract/sdk/obstacles.ts";
import { preparedDocument } from "../../scripts/contract/sdk/prepared-document.ts";
import { servedFiles } from "../../scripts/contract/server/served-files.ts";
import { readFiles } from "../support/read-files.ts";
import { liveIn, markdownKinds } from "./strange-markdown.ts";

/** The global that every payload sets if it runs. */
export const marker = "strangeText";
const act = `globalThis.${marker} = 1`;

/** Kind → text. Harmless: a payload can only set a global. */
export const payloads: Readonly<Record<string, string>> = {
  "end of a comment": `*/ ${act}; /*`,
  "double quote": `"; ${act}; "`,
  "single quote": `'; ${act}; '`,
  backtick: `\`; ${act}; \``,
  substitution: `\${${act}}`,
  "line end": `\n${act}; //`,
  "carriage return": `\r${act}; //`,
  "line separator": `\u2028${act}; //`,
  "escaped quote": `\\"; ${act}; //`,
  "end of a script": `</script><script>${act}</script>`,
  HTML: `<img src=x onerror="${act}">`,
  fence: `\n\`\`\`\n\n\`\`\`sh\necho ${marker}\n\`\`\`\n`,
  "link and cell": `| a | [x](javascript:${marker}) ![y](//${marker})`,
  "shell words": `$(echo ${marker}) \`echo ${marker}\` ; echo ${marker}`,
  "brackets and braces": `]}); ${act}; ({[`,
  "regular expression": `/; ${act}; /`,
  heading: `\n# ${marker}\n- ${marker}\n\n---\n`,
  "control characters": `\u001b[2J\u0001\u001e\u202e${marker}\u2066`,
  "compiler's instruction": `\n@ts-ignore ${marker}\n@internal`,
};

/** Text with a space, so that keys are quoted; it has no meaning in any syntax. */
export const harmless = "zq zq";

export const source = parse(readFileSync("test/fixtures/documents/every-text.yaml", "utf8")) as object;

/** The document with a text at every location where an author may write one. */
export function withText(text: string, of = source): object {
  const segment = text.replace(/[{}?#]/g, "");
  const pattern = text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const replaced = (value: string) =>
    value.replaceAll("TEXT", text).replaceAll("SEGMENT", segment).replaceAll("PATTERN", pattern);
  const copy = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("#/") ? refWith(value, text) : replaced(value);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [replaced(key), copy(member)]));
  };
  return copy(of) as object;
}

/** The properties that every object inherits; appended text never gives one of them. */
export const inherited = Object.getOwnPropertyNames(Object.prototype).sort();

/** The author's names, apart from keys and strings with a meaning. */
const bases = [...new Set(JSON.stringify(source).match(/\b\w[\w ]*(?= TEXT\b)/g))];

/** The number of documents from `withNames`. */
export const turns = Math.ceil(bases.length / inherited.length);

/** The document with some of its names, others in each turn, replaced by the given ones. */
export function withNames(names: readonly string[], turn: number): object {
  const some = bases.slice(turn * names.length, (turn + 1) * names.length);
  const renamed = new Map(some.map((base, at) => [`${base} TEXT`, names[at] ?? ""]));
  const text = JSON.stringify(source).replace(/\b\w[\w ]* TEXT\b/g, (name) => renamed.get(name) ?? name);
  return withText("zq", JSON.parse(text) as object);
}

/** In a reference, names are pointers within a fragment (RFC 6901, section 6). */
function refWith(ref: string, text: string): string {
  const segment = text.replaceAll("~", "~0").replaceAll("/", "~1");
  return encodeURI(ref).replaceAll("TEXT", encodeURIComponent(segment));
}

export type Made = ReadonlyMap<string, string>;

/** The files that a command generates for a document; undefined if it rejects the document with an error. */
export async function made(
  command: "generate" | "sdk" | "server",
  document: object,
  file = "api.json",
): Promise<Made | undefined> {
  try {
    const read = await readFiles({ [file]: JSON.stringify(document) });
    if (command === "generate") {
      const plan = planOf(read);
      return new Map([...(await generatedFiles(plan)), ...(await emitClient(plan))]);
    }
    if (command === "server") return (await servedFiles(read, { tags: [], operations: [] })).files;
    const settings = packageSettings(read, { name: "pools", version: "1.0.0", client: "PoolsClient" });
    const { document: rest } = preparedDocument(read, { tags: [], operations: [] }, clientObstacle);
    const license = await licenseOf(read.root, "test/fixtures");
    const around = { license, repository: undefined, changelog: undefined };
    return new Map(await packageFiles(rest, settings, around));
  } catch (error) {
    if (error instanceof DocumentError || error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Whether a document can be read at all, before code is generated. */
export async function isRead(document: object): Promise<boolean> {
  try {
    await readFiles({ "api.json": JSON.stringify(document) });
    return true;
  } catch (error) {
    if (error instanceof DocumentError) return false;
    throw error;
  }
}

/** What is found out about one file. */
interface Facts {
  readonly faults: readonly string[];
  readonly kinds: string;
}

/** By name and text: most files of a package are the same for all documents. Cleared after 500 entries. */
const known = new Map<string, Facts>();

function factsOf(file: string, text: string): Facts {
  const key = `${file}\n${text}`;
  const facts = known.get(key) ?? readFacts(file, text);
  if (known.size >= 500) known.clear();
  known.set(key, facts);
  return facts;
}

/** Faults in single files: code that does not parse or contains a payload; file names that lead elsewhere. */
export function faultsOf(files: Made): string[] {
  return [...files].flatMap(([file, text]) => factsOf(file, text).faults);
}

/**
 * The kinds of all nodes of a file, in their order; for Markdown, of its code, with its shell lines and its
 * blocks.
 */
export function kindsOf(file: string, text: string): string {
  return factsOf(file, text).kinds;
}

function readFacts(file: string, text: string): Facts {
  const faults: string[] = [];
  if (file.startsWith("/") || file.split("/").includes("..") || basename(file).length > 120)
    faults.push(`${file} lies elsewhere`);
  if (file.endsWith(".json")) JSON.parse(text);
  // Control characters, including the line ends after U+2000, and bidirectional controls (UTS #55).
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(text))
    faults.push(`${file} holds controls`);
  if (file.endsWith(".md")) {
    faults.push(...liveIn(file, text, marker));
    return { faults, kinds: markdownKinds(text, (code) => kinds(parsed("example.js", code))) };
  }
  const tree = treeOf(file, text);
  if (tree === undefined) return { faults, kinds: "" };
  const { parseDiagnostics } = tree as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  if (parseDiagnostics.length > 0) faults.push(`${file} does not parse`);
  if (namesIn(tree).includes(marker)) faults.push(`${file} holds a payload as code`);
  return { faults, kinds: kinds(tree) };
}

function treeOf(file: string, text: string): ts.SourceFile | undefined {
  return /\.(c?js|d\.c?ts|ts)$/.test(file) ? parsed(file, text) : undefined;
}

function parsed(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith("ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
}

const plainKinds: Readonly<Record<number, ts.SyntaxKind>> = {
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: ts.SyntaxKind.StringLiteral,
  [ts.SyntaxKind.ShorthandPropertyAssignment]: ts.SyntaxKind.PropertyAssignment,
};

function kinds(tree: ts.SourceFile): string {
  const found: number[] = [];
  const walk = (node: ts.Node): void => {
    // A minifier uses the shortest quotes and names by letter frequency, so `{ a: a }` equals `{ a }`.
    found.push(plainKinds[node.kind] ?? node.kind);
    if (ts.isShorthandPropertyAssignment(node)) walk(node.name);
    ts.forEachChild(node, walk);
    found.push(-1);
  };
  walk(tree);
  return found.join();
}

function namesIn(tree: ts.SourceFile): string[] {
  const names: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return names;
}
