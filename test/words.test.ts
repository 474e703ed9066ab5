// User-visible text uses the terms of the field; the list of words is in scripts/project/words.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import t from "tap";
import {
  descriptionsOf,
  proseOf,
  sentencesOf,
  type VisibleText,
} from "../scripts/project/words/visible-text.ts";
import { houseWords } from "../scripts/project/words/word-list.ts";
import { parseSource, sourcesIn } from "./support/project-sources.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");

/** History keeps its words. */
const history = new Set(["CHANGELOG.md"]);

const pages = ["", "client/", "server/", "spec/", "findings/", "scripts/contract/"]
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: folder === "scripts/contract/", encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}${name.replaceAll("\\", "/")}`),
  )
  .filter((path) => !history.has(path));

/** `path:line: word → term` of every old word. */
function oldWords(path: string, texts: readonly VisibleText[]): string[] {
  return texts.flatMap(({ line, text }) =>
    houseWords.flatMap(({ house, field }) => {
      const found = new RegExp(house, "i").exec(text);
      return found === null ? [] : [`${path}:${line}: “${found[0]}” → ${field}`];
    }),
  );
}

for (const folder of ["client", "server", "scripts/contract"]) {
  t.test(`messages, help and emitted text of ${folder}/ use the field's terms`, (t) => {
    t.same(
      sourcesIn(folder).flatMap(({ path, tree }) => oldWords(path, sentencesOf(tree))),
      [],
    );
    t.end();
  });
}

t.test("pages use the field's terms", (t) => {
  t.ok(pages.length > 10);
  t.same(
    pages.flatMap((path) => oldWords(path, proseOf(read(path)))),
    [],
  );
  t.end();
});

t.test("the contract uses the field's terms", (t) => {
  t.same(oldWords("spec/openapi.yaml", descriptionsOf(read("spec/openapi.yaml"))), []);
  t.end();
});

t.test("an old word in a message, in a template or on a page is found with its line", (t) => {
  const { tree } = parseSource(
    "x.ts",
    'const a = "the server refuses it";\nconst b = `an answer of ${a} is late`;\nconst refused = "refused";',
  );
  t.same(oldWords("x.ts", sentencesOf(tree)), [
    "x.ts:1: “refuses” → reject; error, problem",
    "x.ts:2: “answer” → response; responds",
  ]);
  t.same(oldWords("x.md", proseOf("Text.\n```\nan answer\n```\n`answer` is code\nan answer")), [
    "x.md:6: “answer” → response; responds",
  ]);
  t.end();
});
