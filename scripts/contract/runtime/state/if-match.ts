// The precondition of a change: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
const listMember = /(?<weak>W\/)?(?<tag>"[\x21\x23-\x7e\x80-\xff]*")/y;
const listSeparator = /[ \t]*(?:,[ \t]*)+/y;

/**
 * Whether `If-Match` holds for this entity tag. Uses the strong comparison, so weak tags never match. A field
 * that is not a list of entity tags does not hold.
 */
export function ifMatchHolds(field: string, entityTag: string): boolean {
  const value = field.trim();
  if (value === "*") return true;
  let holds = false;
  for (let index = 0; ; index = listSeparator.lastIndex) {
    listMember.lastIndex = index;
    const { weak, tag } = listMember.exec(value)?.groups ?? {};
    if (tag === undefined) return false;
    holds ||= weak === undefined && tag === entityTag;
    if (listMember.lastIndex === value.length) return holds;
    listSeparator.lastIndex = listMember.lastIndex;
    if (!listSeparator.test(value)) return false;
  }
}
