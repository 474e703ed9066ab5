// Restores the numbers of a JSON text that JSON.parse rounds: finds them in the text and replaces the rounded
// values.
import { defineMember } from "./define-member.ts";
import type { Json } from "./document.ts";
import { ExactNumber, mostDigits, readNumeric } from "./exact-number.ts";
import { child } from "./pointer.ts";
import { scanJson } from "./scan-json.ts";

/** Rejects the number at an offset, with a problem and a fix; never returns. */
type Reject = (problem: string, offset: number, fix: string) => never;

/** Rejects numbers beyond the range of doubles. */
export function rejectInfinite(text: string, refuse: Reject): void {
  scanJson(text, (number, start) => {
    if (Number.isFinite(Number(number))) return;
    refuse(`${short(number)} is beyond the range of numbers`, start, "write a number below 1.8e308");
  });
}

/** Returns the value of a JSON text with its `ExactNumber`s. Modifies `parsed`. */
export function restoreNumbers(text: string, parsed: Json, refuse: Reject): Json {
  const holder = { value: parsed };
  scanJson(text, (written, start, [, ...path]) => {
    const number = readNumeric(written);
    if (number === undefined) {
      refuse(`${short(written)} has more than ${mostDigits} digits`, start, "write a number with fewer");
    }
    if (!(number instanceof ExactNumber)) return;
    const names = ["value", ...path.map(String)];
    const last = names.pop()!;
    let node: Json | undefined = holder;
    for (const name of names) node = child(node, name);
    // An `ExactNumber` is a leaf of the document, which the type `Json` cannot express.
    defineMember(node as object, last, number as unknown as Json);
  });
  return holder.value;
}

function short(number: string): string {
  return number.length > 40 ? `${number.slice(0, 40)}…` : number;
}
