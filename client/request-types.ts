// Derives input and output types from the document's schemas: date-times as Dates, open enums in responses,
// ids of distinct kinds.
import type { InputTuple, OutputTuple } from "./tuple-types.ts";
import type { Binary, DateTime, Int64, Int64Value } from "../generated/types.ts";

declare const kind: unique symbol;

/** An id of one kind. Any string is assignable to it, except an id of another kind. */
export type Id<Kind extends string> = string & { readonly [kind]?: Kind | undefined };

/**
 * A schema's type in responses: every date-time is a Date; an enum may have values that this version does not
 * know. Written as a conditional type, so that editors show its result instead of its name.
 */
export type Output<T> = [T] extends [never]
  ? never
  : Member<T> | (IsEnum<Extract<T, string>> extends true ? string & {} : never);

/** A schema's type in requests: a Date is accepted for a date-time, a Blob or bytes for binary content. */
export type Input<T> = T extends string
  ? | T
    | (IsDateTime<T> extends true ? Date : never)
    | (keyof Binary extends keyof T ? Blob | ArrayBuffer | ArrayBufferView : never)
  : T extends number
    ? T | (keyof Int64 extends keyof T ? Int64Value : never)
    : T extends readonly unknown[]
      ? "0" extends keyof T
        ? InputTuple<T>
        : readonly Input<T[number]>[]
      : T extends object
        ? T extends Inherited
          ? T
          : string extends keyof T
            ? InputMembers<T>
            : { readonly [Key in keyof T]: Input<T[Key]> }
        : T;

/**
 * The inherited value of a property such as `constructor` when the schema's optional property of that name is
 * absent.
 */
type Inherited = typeof Object.prototype.constructor;

/**
 * Named members plus an index signature. Its type includes the types of the named ones, because the members
 * of an object literal must match both.
 */
type InputMembers<T> = [keyof Named<T>] extends [never]
  ? { readonly [Key in keyof T]: Input<T[Key]> }
  : { readonly [Key in keyof Named<T>]: Input<Named<T>[Key]> } & {
      readonly [name: string]: Input<T[keyof T] | Named<T>[keyof Named<T>]>;
    };

/** Only the named members. */
type Named<T> = { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: T[Key] };

/** As `Output`, but enums stay closed, because they discriminate the alternatives of a union. */
type Member<T> = Arrived<T, IsUnion<Extract<T, object>>>;

type Arrived<T, Alternative> = T extends string
  ? IsDateTime<T> extends true
    ? Date
    : T
  : T extends number
    ? keyof Int64 extends keyof T
      ? Int64Value
      : T
    : T extends readonly unknown[]
      ? "0" extends keyof T
        ? OutputTuple<T, Alternative>
        : // An array type: a mapped type is resolved eagerly and would not terminate for a list of itself.
          (Alternative extends true ? Member<T[number]> : Output<T[number]>)[]
      : T extends object
        ? T extends Inherited
          ? T
          : { [Key in keyof T]: Alternative extends true ? Member<T[Key]> : Output<T[Key]> }
        : T;

/** The item type of an array or a tuple; `Alternative` as in `Arrived`. */
export type Item<T, Alternative> = Alternative extends true ? Member<T> : Output<T>;

/** True for the generated alias for date-times, a string with a brand that no other string type has. */
type IsDateTime<T extends string> = keyof DateTime extends keyof T ? true : false;

/**
 * True for several literals. A single one is a `const`, which discriminates unions and must stay as it is.
 */
type IsEnum<T extends string> = [T] extends [never] ? false : string extends T ? false : IsUnion<T>;

type IsUnion<T, Whole = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [Whole] extends [T]
      ? false
      : true
    : never;
