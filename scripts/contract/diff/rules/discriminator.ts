// Names how a reader tells alternatives apart.
import { changed } from "./describe.ts";
import { bodies, label } from "./oasdiff-label.ts";
import type { Rule } from "./rule.ts";

export const discriminator: Rule = {
  id: "discriminator",
  direction: "both",
  area: "schema",
  kind: "annotation",
  summary: "how a reader tells alternatives apart",
  describe: changed,
  oasdiff: label({
    added: { name: "discriminator-added", on: bodies },
    removed: { name: "discriminator-removed", on: bodies },
  }),
};
