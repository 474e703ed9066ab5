// How the schemas of the document look to a program: dates as Dates, enums open where the server speaks, ids told apart.
import type { InputTuple, OutputTuple } from "./tuple-types.ts";
import type { Binary, DateTime } from "../generated/types.ts";

declare const kind: unique symbol;

/** An id of one kind. Any string will do for it, except an id that is known to be of another kind. */
export type Id<Kind extends string> = string & { readonly [kind]?: Kind | undefined };

/**
 * A schema as it arrives: every date-time a Date; an enum may have values that this version does not know. A condition, so that
 * editors show what comes of it and not its name.
 */
export type Output<T> = [T] extends [never]
  ? never
  : Member<T> | (IsEnum<Extract<T, string>> extends true ? string & {} : never);

/** A schema as it is sent: a Date does wherever a date-time does, a Blob or bytes where content does. */
export type Input<T> = T extends string
  ? | T
    | (IsDateTime<T> extends true ? Date : never)
    | (keyof Binary extends keyof T ? Blob | ArrayBuffer | ArrayBufferView : never)
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

/** What an object has under a name such as `constructor` where the schema's optional property of that name is left out. */
type Inherited = typeof Object.prototype.constructor;

/** Members of any name beside those that have one: to be written, both have to fit what members of any name are. */
type InputMembers<T> = [keyof Named<T>] extends [never]
  ? { readonly [Key in keyof T]: Input<T[Key]> }
  : { readonly [Key in keyof Named<T>]: Input<Named<T>[Key]> } & {
      readonly [name: string]: Input<T[keyof T] | Named<T>[keyof Named<T>]>;
    };

/** Only the members that have names. */
type Named<T> = { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: T[Key] };

/** As `Output`, but enums stay closed: in the alternatives of a union they are what tells one from the other. */
type Member<T> = Arrived<T, IsUnion<Extract<T, object>>>;

type Arrived<T, Alternative> = T extends string
  ? IsDateTime<T> extends true
    ? Date
    : T
  : T extends readonly unknown[]
    ? "0" extends keyof T
      ? OutputTuple<T, Alternative>
      : // An array, since a mapped type would be resolved at once, and never end where a schema is a list of itself.
        (Alternative extends true ? Member<T[number]> : Output<T[number]>)[]
    : T extends object
      ? T extends Inherited
        ? T
        : { [Key in keyof T]: Alternative extends true ? Member<T[Key]> : Output<T[Key]> }
      : T;

/** What an array or a tuple holds; `Alternative` as in `Arrived`. */
export type Item<T, Alternative> = Alternative extends true ? Member<T> : Output<T>;

/** The generated alias for date-times is a string with a mark that no other string type has. */
type IsDateTime<T extends string> = keyof DateTime extends keyof T ? true : false;

/** Several literals. A single one is a `const`, by which unions are told apart: that must stay as it is. */
type IsEnum<T extends string> = [T] extends [never] ? false : string extends T ? false : IsUnion<T>;

type IsUnion<T, Whole = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [Whole] extends [T]
      ? false
      : true
    : never;
