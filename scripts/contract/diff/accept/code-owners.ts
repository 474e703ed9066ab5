// Finds the owners of a file in CODEOWNERS (GitHub's and GitLab's syntax; the last matching pattern counts).

/**
 * Returns the owners of a path from the root of the repository: `@user`, `@org/team` or an email address, in
 * lower case.
 */
export function ownersOf(path: string, text: string): ReadonlySet<string> {
  // Each of GitLab's sections yields its own owners; the lines above the first form one, too.
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

/** Splits a line into words at blanks, which a backslash escapes; the rest after ` #` is a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith("#"));
  return (end === -1 ? words : words.slice(0, end)).map((word) => word.replace(/\\(.)/g, "$1"));
}

/** Matches gitignore patterns, without `!` and `[ ]`. */
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
  // `docs/*` matches files directly in docs; any other pattern also matches everything below.
  const below = /(^|\/)\*$/.test(body) && body.includes("/") ? "" : "(?:/.*)?";
  return new RegExp(
    `^${isAnchored ? "" : "(?:.*/)?"}${source}${pattern.endsWith("/") ? "/.*" : below}$`,
    "s",
  ).test(path);
}
