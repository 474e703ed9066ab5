// A fault to plant into the reference server: a change of one line.

export interface PlantedFault {
  /** Description of the defect. */
  readonly name: string;
  /** Source file. */
  readonly file: string;
  /** The exact text to replace. */
  readonly find: string;
  readonly replace: string;
  /** Whether all occurrences are changed: generated files repeat some text. */
  readonly everywhere?: true;
  /** The store that has the fault. Default: the memory store. */
  readonly store?: "sqlite";
}
