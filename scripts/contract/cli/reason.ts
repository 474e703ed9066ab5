// Decides whether a text is a genuine reason rather than a placeholder or copied example.

/** The example reason in messages; it is rejected if it is typed unchanged. */
export const sampleReason = "why no client is affected";

const placeholders = new Set(
  [
    sampleReason,
    ..."reason text todo tbd tba fixme xxx wip n/a na none no nothing test foo bar baz placeholder".split(
      " ",
    ),
    "to do",
    "why",
    "your reason",
    "the reason",
    "some reason",
    "because",
    "lorem ipsum",
  ].map((text) => text.toLowerCase()),
);

/** Returns true for a genuine reason: not `…`, `TODO`, `<text>`, `xxx` or the example of a message. */
export function isReason(text: string): boolean {
  const bare = text
    .toLowerCase()
    .replace(/^[\s"'`<[({$]+|[\s"'`>\])}.!?…:]+$/gu, "")
    .trim();
  const letters = bare.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length > 1 && new Set(letters).size > 1 && !placeholders.has(bare);
}
