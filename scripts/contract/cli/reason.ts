// What counts as a reason: words of somebody who thought of it, not what stood in an example.

/** What messages show in the place of a reason; typed as it stands, it is none. */
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

/** Whether a text says why: not `…`, `TODO`, `<text>`, `xxx` or the example of a message. */
export function isReason(text: string): boolean {
  const bare = text
    .toLowerCase()
    .replace(/^[\s"'`<[({$]+|[\s"'`>\])}.!?…:]+$/gu, "")
    .trim();
  const letters = bare.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length > 1 && new Set(letters).size > 1 && !placeholders.has(bare);
}
