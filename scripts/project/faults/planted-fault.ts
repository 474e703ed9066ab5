// A fault that is planted into the reference server: one change of one line.

export interface PlantedFault {
  /** What goes wrong, for people. */
  readonly name: string;
  /** The source file. */
  readonly file: string;
  /** What stands there, as it is written. */
  readonly find: string;
  readonly replace: string;
  /** Whether all places are changed: what is generated says some things several times. */
  readonly everywhere?: true;
  /** The store that the fault is in; the memory store where nothing is said. */
  readonly store?: "sqlite";
}
