// The structure of Markdown without its text: lines, cells, code spans, code, and shell words.

interface Block {
  readonly fence: string;
  readonly language: string;
  readonly text: string;
}

const fenced = /^(`{3,})(\w*)\n([^]*?)^\1$/gm;

/** A whole text that is one code span (CommonMark, section 6.1). */
const codeSpan = /^(`+)(?!`)(?:(?!\1(?!`))[^`]|(?<!`)(?!\1(?!`))`+(?!`))*[^`]\1$/;

/** The kinds of the parts of a text, in their order. */
export function markdownKinds(text: string, codeKinds: (code: string) => string): string {
  const prose = text.replace(fenced, "$1$2").split("\n");
  const lines = prose.map((line) =>
    line.startsWith("|")
      ? cellKinds(line)
      : `${(/^\W*/.exec(line)?.[0] ?? "").replace(/[^#|>~-]/g, "")}${line === ""}`,
  );
  const code = blocksOf(text).map((block) =>
    block.language === "js" ? codeKinds(block.text) : shellKinds(block.text),
  );
  return [...lines, ...code].join("\n");
}

/** HTML, links and images from the payloads, outside of code; code that escapes its fence; shell lines. */
export function liveIn(file: string, text: string, marker: string): string[] {
  const prose = text
    .replace(fenced, "")
    .replace(/\\[^\w\s]/g, "")
    .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
  const faults: string[] = [];
  if (/<[a-z/!?]/i.test(prose)) faults.push(`${file} holds live HTML`);
  if (new RegExp(`\\]\\([^)]*${marker}`).test(prose)) faults.push(`${file} holds a link`);
  for (const block of blocksOf(text)) {
    if (block.text.includes(block.fence)) faults.push(`${file} has code that ends its own block`);
    if (block.language === "sh" && shellKinds(block.text).includes(marker))
      faults.push(`${file} has another shell line`);
  }
  return faults;
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(fenced)].map(([, fence = "", language = "", inner = ""]) => ({
    fence,
    language,
    text: inner,
  }));
}

/**
 * The kinds of the cells in a row (GitHub Flavored Markdown, section 4.10): code spans, prose that ends with
 * one, or prose.
 */
function cellKinds(row: string): string {
  const cells = row.split(/(?<!\\)(?:\\\\)*\|/).slice(1, -1);
  return cells
    .map((cell) => {
      const text = cell.trim().replace(/^(?:header|query parameter|cookie) (?=`)/, "");
      return text === "" ? "empty" : codeSpan.test(text) ? "code" : "prose";
    })
    .join("|");
}

/** The kinds of words in shell lines: the value assigned to a variable may be any one word. */
function shellKinds(text: string): string {
  return bareText(text).replace(/(?<=\w=)[\w@%+:,./'-]+/g, "value");
}

/** The text with everything quoted, or escaped by a backslash, replaced by `''`. */
function bareText(text: string): string {
  return text.replace(/\\'|'[^']*'/g, "''").replace(/(?:'')+/g, "''");
}
