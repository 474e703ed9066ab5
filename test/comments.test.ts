// Comments wrap at 110 columns, like the code that prettier wraps.
import t from "tap";
import { sourcesIn } from "./support/project-sources.ts";

const width = 110;

/** One line by nature: a directive with its reason, a type, an example, an address. */
const isWhole =
  /eslint-disable|@(type|example|typedef)|https?:\/\/|\*\/\\n|^\s*\*\s+(const|for|await|import|state)\b/;

/** Whether a line begins a comment or goes on with one; emitted comments count, too. */
const isComment = /^\s*(\/\/|\/\*\*|\*\s)/;

for (const folder of ["server", "client", "scripts", "test"]) {
  t.test(`comments in ${folder}/ wrap at ${width} columns`, (t) => {
    const long = sourcesIn(folder).flatMap(({ path, tree }) =>
      tree.text
        .split("\n")
        .flatMap((line, index) =>
          isComment.test(line) && !isWhole.test(line) && Array.from(line).length > width
            ? [`${path}:${index + 1}`]
            : [],
        ),
    );
    t.same(long, []);
    t.end();
  });
}
