// YAML text to the parser's tree, and the parser's complaints in words for those who wrote the file.
import { type Node, parseDocument } from "yaml";
import { tooDeep } from "./source-file.ts";

/** Refuses a text at an offset; never returns. */
export type Fail = (problem: string, offset: number, fix: string) => never;

/** What to do about the parser's complaints that do not say it themselves. */
const fixes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces; YAML allows no tabs there",
  MULTIPLE_DOCS: "keep one document to a file: remove the line --- and what follows",
  BAD_INDENT: "line the entry up with its neighbours",
  MISSING_CHAR:
    "close the bracket or quotation mark, or put a text with special characters in quotation marks",
  BLOCK_AS_IMPLICIT_KEY: "put a text that contains a colon in quotation marks",
};

/** What the parser says of a text that is not YAML. */
type Complaint = Pick<ReturnType<typeof parseDocument>["errors"][number], "code" | "message">;

/** In place of sentences that are meant for those who program with the parser, or that quote the file. */
const messages: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "the file holds several documents",
  BAD_DQ_ESCAPE: "invalid escape sequence",
};

/** What is wrong, as a kind: what the parser quotes after a colon may be of a file that nobody meant to show. */
function problemOf({ code, message }: Complaint): string {
  return messages[code] ?? (code === "UNEXPECTED_TOKEN" ? message.replace(/: .*$/s, "") : message);
}

function fixOf({ code, message }: Complaint): string {
  const bracket = /^Flow .* end with a ([\]}])$/.exec(message)?.[1];
  if (code === "BAD_INDENT" && bracket !== undefined)
    return `write the missing ${bracket} before this, or indent this more deeply than what holds the brackets`;
  return fixes[code] ?? "correct the YAML there";
}

/** The last text that was composed, and its tree, which nobody changes. */
let last: { readonly text: string; readonly tree: Node } | undefined;

/** Of longer texts no tree is kept: it takes fifty times their memory. */
const longestKept = 1_000_000;

/**
 * The tree of one YAML document; the same one for the same text, since both sides of a comparison are often equal. Calls `fail` for what
 * is none, with its kind and a fix.
 */
export function composeYaml(text: string, fail: Fail): Node {
  if (last?.text === text) return last.tree;
  const tree = compose(text, fail);
  last = text.length > longestKept ? undefined : { text, tree };
  return tree;
}

function compose(text: string, fail: Fail): Node {
  let document: ReturnType<typeof parseDocument>;
  try {
    // Duplicate keys are found by the reader below: the parser's own search takes quadratic time.
    document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      resolveKnownTags: false,
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return fail(tooDeep, 0, "flatten it");
    throw error;
  }
  const [error] = document.errors;
  // The parser reports it when its stack ends.
  if (error?.message.startsWith("Maximum call stack") === true) fail(tooDeep, error.pos[0], "flatten it");
  if (error !== undefined) fail(`not valid YAML: ${problemOf(error)}`, error.pos[0], fixOf(error));
  return document.contents ?? fail("the file is empty", 0, "write a document into it");
}
