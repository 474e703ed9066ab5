// Extracts text that users read: sentences in the code's strings, descriptions of the contract, and pages of
// documentation.
import ts from "typescript";

/** One piece of text; `line` is 1-based. */
export interface VisibleText {
  readonly line: number;
  readonly text: string;
}

/** Returns string literals and parts of templates with more than one word, except SQL. */
export function sentencesOf(tree: ts.SourceFile): VisibleText[] {
  const found: VisibleText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || isTemplateRest(node)) add(node);
    ts.forEachChild(node, visit);
  };
  const add = (node: ts.LiteralLikeNode): void => {
    const { text } = node;
    if (!/\S\s+\S/.test(text) || isSql(text)) return;
    const first = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    text.split("\n").forEach((line, index) => found.push({ line: first + index, text: withoutCode(line) }));
  };
  visit(tree);
  return found;
}

function isTemplateRest(node: ts.Node): node is ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

function isSql(text: string): boolean {
  return /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|WITH|FROM|JOIN|WHERE|body_fingerprint)\b/.test(
    text,
  );
}

/** Returns the prose of a Markdown page, without code blocks and inline code. */
export function proseOf(markdown: string): VisibleText[] {
  let fence: string | undefined;
  return markdown.split("\n").flatMap((text, index) => {
    const [mark] = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]?.match(/^.{3}/) ?? [];
    if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    if (mark !== undefined || fence !== undefined) return [];
    return [{ line: index + 1, text: withoutCode(text).replaceAll(/\]\([^)]*\)/g, "]") }];
  });
}

/** Returns descriptions, summaries and problem details of a YAML document, line by line. */
export function descriptionsOf(yaml: string): VisibleText[] {
  return yaml.split("\n").map((text, index) => ({ line: index + 1, text: withoutCode(text) }));
}

/** Returns text without its parts between backquotes. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`/g, "``");
}
