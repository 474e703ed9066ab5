// Adds entries to the text of `accepted-changes.yaml` and removes them; comments and order are kept.
import { type Document, isMap, isSeq, parseDocument, YAMLSeq } from "yaml";
import type { AcceptedChange } from "./accepted-change.ts";

const openings = {
  diff: `# Accepted breaking changes. \`contract diff accept\` writes entries; one that accepts
# nothing any more is a finding, and \`contract diff accept --prune\` removes it.
`,
  verify: `# Accepted findings of \`contract verify\`. \`contract verify accept\` writes entries; one that accepts
# nothing any more fails the run, and is to be taken out.
`,
};

/** Returns the file's text with the entry added, or renewed if its fingerprint already exists. */
export function withAcceptedChange(
  text: string,
  change: AcceptedChange,
  by: keyof typeof openings = "diff",
): string {
  const document: Document = parseDocument(text.trim() === "" ? `${openings[by]}[]\n` : text);
  const list = isSeq(document.contents) ? document.contents : new YAMLSeq();
  document.contents = list;
  list.flow = false;
  const node = document.createNode(change);
  const old = list.items.find((item) => isMap(item) && item.get("fingerprint") === change.fingerprint);
  if (isMap(old)) {
    node.commentBefore = old.commentBefore ?? null;
    list.items[list.items.indexOf(old)] = node;
  } else {
    list.add(node);
  }
  return document.toString({ lineWidth: 100 });
}

/** Returns the file's text without the entries of these fingerprints. */
export function withoutAcceptedChanges(text: string, fingerprints: ReadonlySet<string>): string {
  const document = parseDocument(text, { schema: "failsafe" });
  const list = document.contents;
  if (!isSeq(list)) return text;
  list.items = list.items.filter(
    (item) => !(isMap(item) && fingerprints.has(String(item.get("fingerprint")))),
  );
  if (list.items.length === 0) return `${openings.diff}[]\n`;
  return document.toString({ lineWidth: 100 });
}
