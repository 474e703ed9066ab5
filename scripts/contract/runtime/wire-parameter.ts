// What a parameter looks like on the wire. This text becomes part of the generated `parameters.ts`.

/** Something wrong with a parameter that its schema cannot say. */
export interface ParameterProblem {
  in: "path" | "query" | "header" | "cookie";
  name: string;
  detail: string;
}

/** The types a text may stand for, most particular first; a text that fits none stays a string. */
export type ScalarType = "integer" | "number" | "boolean" | "null" | "string";

export type Shape =
  | { readonly kind: "scalar"; readonly types: readonly ScalarType[] }
  | {
      readonly kind: "array";
      readonly types: readonly ScalarType[];
      /** Of items that are objects, inside a `deepObject`. */
      readonly items?: Shape;
    }
  | {
      readonly kind: "object";
      readonly properties: Readonly<Record<string, readonly ScalarType[]>>;
      /** The types of other properties; undefined: there are none. */
      readonly others?: readonly ScalarType[] | undefined;
      /** Properties of a `deepObject` that are lists or objects themselves. */
      readonly deep?: Readonly<Record<string, Shape>>;
    }
  /** A text in a format of its own: JSON, when described by `content`. With `list`, each part of a form is a text of its own. */
  | { readonly kind: "json"; readonly list?: boolean };

export interface WireParameter {
  readonly name: string;
  readonly style:
    "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly shape: Shape;
}

/** A field of a form: it is written as a query parameter is, unless it is a file. */
export interface FormField extends WireParameter {
  /** Whether its values, or the items of its list, are files: all of them, or those that come as one; otherwise all are texts. */
  readonly files?: "all" | "some";
  /** It stands for all fields that have no other. */
  readonly isOther?: true;
}

export type Values = Record<string, unknown>;

/** One `name=value`, still encoded. */
export type Pair = readonly [name: string, value: string];
