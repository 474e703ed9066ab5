// The condition of a change: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
const member = /(?<weak>W\/)?(?<tag>"[\x21\x23-\x7e\x80-\xff]*")/y;
const separator = /[ \t]*(?:,[ \t]*)+/y;

/**
 * Whether `If-Match` holds for a thing of this entity tag. A weak tag matches nothing: the comparison is the strong one.
 * A field that is no list of entity tags does not hold.
 */
export function ifMatchHolds(field: string, entityTag: string): boolean {
  const value = field.trim();
  if (value === "*") return true;
  let holds = false;
  for (let index = 0; ; index = separator.lastIndex) {
    member.lastIndex = index;
    const { weak, tag } = member.exec(value)?.groups ?? {};
    if (tag === undefined) return false;
    holds ||= weak === undefined && tag === entityTag;
    if (member.lastIndex === value.length) return holds;
    separator.lastIndex = member.lastIndex;
    if (!separator.test(value)) return false;
  }
}
