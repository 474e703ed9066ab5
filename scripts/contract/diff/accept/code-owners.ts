// Who owns a file, as CODEOWNERS says it (GitHub's and GitLab's; the last pattern that fits counts).

/** The owners of a path, which starts at the top of the repository: `@user`, `@org/team` or an address, in small letters. */
export function ownersOf(path: string, text: string): ReadonlySet<string> {
  // GitLab's sections each have an answer of their own; what stands above them is one, too.
  const owners = new Map<string, readonly string[]>();
  let section = "";
  let usual: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line);
    const [first = ""] = words;
    const heading = /^\^?\[([^\]]+)\](?:\[\d+\])?/.exec(line.trim());
    if (heading !== null) {
      section = heading[1]?.toLowerCase() ?? "";
      usual = wordsOf(line.trim().slice(heading[0].length));
    } else if (first !== "" && fits(first, path)) {
      owners.set(section, words.length > 1 ? words.slice(1) : usual);
    }
  }
  return new Set([...owners.values()].flat().map((owner) => owner.toLowerCase()));
}

/** Words between blanks, of which a backslash keeps one; the rest of a line after ` #` is a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith("#"));
  return (end === -1 ? words : words.slice(0, end)).map((word) => word.replace(/\\(.)/g, "$1"));
}

/** Patterns are those of gitignore, without `!` and `[ ]`. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.replace(/\/$/, "").includes("/");
  const body = pattern.replace(/^\//, "").replace(/\/$/, "");
  const source = body
    .split(/(\*\*\/|\/\*\*$|\*\*|\*|\?)/)
    .map((part) => {
      if (part === "**/") return "(?:.*/)?";
      if (part === "/**") return "/.*";
      if (part === "**") return ".*";
      if (part === "*") return "[^/]*";
      return part === "?" ? "[^/]" : part.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  // `docs/*` is what lies in docs itself; any other pattern is also what lies below it.
  const below = /(^|\/)\*$/.test(body) && body.includes("/") ? "" : "(?:/.*)?";
  return new RegExp(
    `^${isAnchored ? "" : "(?:.*/)?"}${source}${pattern.endsWith("/") ? "/.*" : below}$`,
    "s",
  ).test(path);
}
