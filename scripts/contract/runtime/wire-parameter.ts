// The serialization of a parameter. This text becomes part of the generated `parameters.ts`.

/** A problem of a parameter that its schema cannot express. */
export interface ParameterProblem {
  in: "path" | "query" | "header" | "cookie";
  name: string;
  detail: string;
}

/** The types that a text may represent, the most specific first; a text that fits none remains a string. */
export type ScalarType = "integer" | "number" | "boolean" | "null" | "string";

/** The JSON types of a parameter's value, and how its parts are serialized. */
export type Shape =
  | { readonly kind: "scalar"; readonly types: readonly ScalarType[] }
  | {
      readonly kind: "array";
      readonly types: readonly ScalarType[];
      /** Items that are objects, inside a `deepObject`. */
      readonly items?: Shape;
    }
  | {
      readonly kind: "object";
      readonly properties: Readonly<Record<string, readonly ScalarType[]>>;
      /** The types of additional properties; undefined if there are none. */
      readonly others?: readonly ScalarType[] | undefined;
      /** Properties of a `deepObject` that are lists or objects themselves. */
      readonly deep?: Readonly<Record<string, Shape>>;
    }
  /**
   * A text in its own format: JSON, if described by `content`. With `list`, each part of a form is a separate
   * text.
   */
  | { readonly kind: "json"; readonly list?: boolean };

/** One parameter of an operation. */
export interface WireParameter {
  readonly name: string;
  readonly style:
    | "simple"
    | "label"
    | "matrix"
    | "form"
    | "spaceDelimited"
    | "pipeDelimited"
    | "deepObject"
    | "cookie"
    /** The whole query string. */
    | "whole";
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly shape: Shape;
}

/** A field of a form: serialized like a query parameter, unless it is a file. */
export interface FormField extends WireParameter {
  /**
   * Whether its values, or the items of its list, are files: all of them, or those sent as files; if
   * undefined, all are text.
   */
  readonly files?: "all" | "some";
  /** Whether it stands for all undeclared fields. */
  readonly isOther?: true;
}

/** A part of a multipart body without names: an item of a list. */
export interface FormPart extends Pick<FormField, "files"> {
  /** The types that a text may represent. */
  readonly types: readonly ScalarType[];
  /** Whether a part without a media type is JSON. */
  readonly isJson?: true;
}

/** The parts of a multipart body without names, by position. */
export interface FormParts {
  /** The first parts. */
  readonly first: readonly FormPart[];
  /** All further parts. */
  readonly rest: FormPart;
}

/** Parsed values by parameter name. */
export type Values = Record<string, unknown>;

/** One `name=value` pair, still encoded. */
export type Pair = readonly [name: string, value: string];
