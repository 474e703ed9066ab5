// Which optional fields to send together, so that every pair of them is there both ways, in a few rows.

/**
 * Rows of choices among `count` fields: none, all, each alone, and as many as it takes that of any two each is there without the other.
 * The binary digits of two different numbers differ somewhere, so one row for each digit and its opposite are enough.
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

/** Up to this many fields each is sent alone, too. */
const listed = 30;
