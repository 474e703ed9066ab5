// Selects combinations of optional fields: few rows that cover every pair of fields, each present without the
// other.

/**
 * Returns rows of choices among `count` fields: none, all, each alone, and rows in which for any two fields
 * each is present without the other. Two different numbers differ in some binary digit, so one row for each
 * digit and one for its complement are enough: O(log count) rows.
 */
export function pairwiseRows(count: number): boolean[][] {
  const fields = Array.from({ length: count }, (_, index) => index);
  const digits = count < 2 ? 0 : Math.ceil(Math.log2(count));
  const rows = [
    fields.map(() => false),
    ...(count <= listed ? fields.map((alone) => fields.map((field) => field === alone)) : []),
    ...Array.from({ length: digits }, (_, digit) => digit).flatMap((digit) => {
      const has = (field: number): boolean => ((field >> digit) & 1) === 1;
      return [fields.map(has), fields.map((field) => !has(field))];
    }),
    fields.map(() => true),
  ];
  const keys = rows.map((row) => row.map(Number).join(""));
  return rows.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
}

/** Maximum number of fields for which each is also sent alone. */
const listed = 30;
