// Parses YAML text to the YAML library's node tree, and rewords the library's errors for authors of
// documents.
import { type Node, parseDocument } from "yaml";
import { tooDeep } from "./source-file.ts";

/** Rejects the text at an offset; never returns. */
export type Fail = (problem: string, offset: number, fix: string) => never;

/** Fixes for errors of the YAML library whose messages do not name one. */
const fixes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces; YAML allows no tabs there",
  MULTIPLE_DOCS: "keep one document to a file: remove the line --- and what follows",
  BAD_INDENT: "line the entry up with its neighbours",
  MISSING_CHAR:
    "close the bracket or quotation mark, or put a text with special characters in quotation marks",
  BLOCK_AS_IMPLICIT_KEY: "put a text that contains a colon in quotation marks",
};

/** An error that the YAML library reports for invalid YAML. */
type Complaint = Pick<ReturnType<typeof parseDocument>["errors"][number], "code" | "message">;

/** Replacements for messages that address programmers who use the library, or that quote the file. */
const messages: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "the file holds several documents",
  BAD_DQ_ESCAPE: "invalid escape sequence",
};

/**
 * Returns the kind of problem only: what the library quotes after a colon may be content of a file that must
 * not be disclosed.
 */
function problemOf({ code, message }: Complaint): string {
  return messages[code] ?? (code === "UNEXPECTED_TOKEN" ? message.replace(/: .*$/s, "") : message);
}

function fixOf({ code, message }: Complaint): string {
  const bracket = /^Flow .* end with a ([\]}])$/.exec(message)?.[1];
  if (code === "BAD_INDENT" && bracket !== undefined)
    return `write the missing ${bracket} before this, or indent this more deeply than what holds the brackets`;
  return fixes[code] ?? "correct the YAML there";
}

/** The most recently parsed text and its tree, which must not be modified. */
let last: { readonly text: string; readonly tree: Node } | undefined;

/**
 * Maximum length in UTF-16 units of a text whose tree is kept: a tree takes fifty times the memory of its
 * text.
 */
const longestKept = 1_000_000;

/**
 * Returns the node tree of one YAML document. The same text yields the same tree, because both sides of a
 * comparison are often equal. Calls `fail` with the kind of problem and a fix if the text is not one valid
 * document.
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
    // Duplicate keys are detected by the reader, because the library's own check takes quadratic time.
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
  // The library reports a stack overflow this way.
  if (error?.message.startsWith("Maximum call stack") === true) fail(tooDeep, error.pos[0], "flatten it");
  if (error !== undefined) fail(`not valid YAML: ${problemOf(error)}`, error.pos[0], fixOf(error));
  return document.contents ?? fail("the file is empty", 0, "write a document into it");
}
