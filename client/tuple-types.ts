// Types of tuples in requests and responses. A mapped type over a tuple is resolved eagerly and does not
// terminate for a schema that is a tuple of itself; TypeScript defers only types that are written as tuples.
// So short tuples are written out, with optional items and an open end.
import type { Input, Item } from "./request-types.ts";

/** The type of a tuple in requests. */
export type InputTuple<T extends readonly unknown[]> = number extends T["length"]
  ? InputOpen<T>
  : InputClosed<T>;

/** The type of a tuple in responses; `Alternative` as in `Item`. */
export type OutputTuple<T extends readonly unknown[], Alternative> = number extends T["length"]
  ? OutputOpen<T, Alternative>
  : OutputClosed<T, Alternative>;

// prettier-ignore
type InputClosed<T extends readonly unknown[]> =
  T extends readonly [unknown] ? readonly [Input<T[0]>] :
  T extends readonly [unknown?] ? readonly [Input<T[0]>?] :
  T extends readonly [unknown, unknown] ? readonly [Input<T[0]>, Input<T[1]>] :
  T extends readonly [unknown, unknown?] ? readonly [Input<T[0]>, Input<T[1]>?] :
  T extends readonly [unknown?, unknown?] ? readonly [Input<T[0]>?, Input<T[1]>?] :
  T extends readonly [unknown, unknown, unknown] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>] :
  T extends readonly [unknown, unknown, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?] :
  T extends readonly [unknown, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?] :
  T extends readonly [unknown?, unknown?, unknown?] ? readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?] :
  T extends readonly [unknown, unknown, unknown, unknown] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>] :
  T extends readonly [unknown, unknown, unknown, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?, Input<T[3]>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, Input<T[4]>] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, Input<T[4]>?] :
  T extends readonly [unknown, unknown, unknown, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>?, Input<T[4]>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown, unknown] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, Input<T[4]>, Input<T[5]>] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, Input<T[4]>, Input<T[5]>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, Input<T[4]>?, Input<T[5]>?] :
  T extends readonly [unknown, unknown, unknown, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>?, Input<T[4]>?, Input<T[5]>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?, Input<T[5]>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?, Input<T[5]>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?, unknown?, unknown?] ? readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, Input<T[4]>?, Input<T[5]>?] :
  { readonly [Key in keyof T]: Input<T[Key]> };

// prettier-ignore
type InputOpen<T extends readonly unknown[]> =
  "4" extends keyof T ? { readonly [Key in keyof T]: Input<T[Key]> } :
  "3" extends keyof T ? T extends readonly [unknown?, unknown?, unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>, ...Input<Rest>[]] :
    T extends readonly [unknown, unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, Input<T[3]>?, ...Input<Rest>[]] :
    T extends readonly [unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?, Input<T[3]>?, ...Input<Rest>[]] :
    T extends readonly [unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, ...Input<Rest>[]] :
    readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?, Input<T[3]>?, ...Input<Rest>[]] : never :
  "2" extends keyof T ? T extends readonly [unknown?, unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>, ...Input<Rest>[]] :
    T extends readonly [unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, Input<T[2]>?, ...Input<Rest>[]] :
    T extends readonly [unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>?, Input<T[2]>?, ...Input<Rest>[]] :
    readonly [Input<T[0]>?, Input<T[1]>?, Input<T[2]>?, ...Input<Rest>[]] : never :
  "1" extends keyof T ? T extends readonly [unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>, ...Input<Rest>[]] :
    T extends readonly [unknown, ...unknown[]] ? readonly [Input<T[0]>, Input<T[1]>?, ...Input<Rest>[]] :
    readonly [Input<T[0]>?, Input<T[1]>?, ...Input<Rest>[]] : never :
  "0" extends keyof T ? T extends readonly [unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, ...unknown[]] ? readonly [Input<T[0]>, ...Input<Rest>[]] :
    readonly [Input<T[0]>?, ...Input<Rest>[]] : never :
  never;

// prettier-ignore
type OutputClosed<T extends readonly unknown[], Alternative> =
  T extends readonly [unknown] ? [Item<T[0], Alternative>] :
  T extends readonly [unknown?] ? [Item<T[0], Alternative>?] :
  T extends readonly [unknown, unknown] ? [Item<T[0], Alternative>, Item<T[1], Alternative>] :
  T extends readonly [unknown, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?] :
  T extends readonly [unknown?, unknown?] ? [Item<T[0], Alternative>?, Item<T[1], Alternative>?] :
  T extends readonly [unknown, unknown, unknown] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>] :
  T extends readonly [unknown, unknown, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?] :
  T extends readonly [unknown, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?] :
  T extends readonly [unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>] :
  T extends readonly [unknown, unknown, unknown, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?, Item<T[3], Alternative>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, Item<T[4], Alternative>] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, Item<T[4], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>?, Item<T[4], Alternative>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown, unknown] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, Item<T[4], Alternative>, Item<T[5], Alternative>] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, Item<T[4], Alternative>, Item<T[5], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, Item<T[4], Alternative>?, Item<T[5], Alternative>?] :
  T extends readonly [unknown, unknown, unknown, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>?, Item<T[4], Alternative>?, Item<T[5], Alternative>?] :
  T extends readonly [unknown, unknown, unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?, Item<T[5], Alternative>?] :
  T extends readonly [unknown, unknown?, unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?, Item<T[5], Alternative>?] :
  T extends readonly [unknown?, unknown?, unknown?, unknown?, unknown?, unknown?] ? [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, Item<T[4], Alternative>?, Item<T[5], Alternative>?] :
  { [Key in keyof T]: Item<T[Key], Alternative> };

// prettier-ignore
type OutputOpen<T extends readonly unknown[], Alternative> =
  "4" extends keyof T ? { [Key in keyof T]: Item<T[Key], Alternative> } :
  "3" extends keyof T ? T extends readonly [unknown?, unknown?, unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, Item<T[3], Alternative>?, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?, Item<T[3], Alternative>?, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, ...Item<Rest, Alternative>[]] :
    [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?, Item<T[3], Alternative>?, ...Item<Rest, Alternative>[]] : never :
  "2" extends keyof T ? T extends readonly [unknown?, unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, Item<T[2], Alternative>?, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, Item<T[2], Alternative>?, ...Item<Rest, Alternative>[]] :
    [Item<T[0], Alternative>?, Item<T[1], Alternative>?, Item<T[2], Alternative>?, ...Item<Rest, Alternative>[]] : never :
  "1" extends keyof T ? T extends readonly [unknown?, unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>, ...Item<Rest, Alternative>[]] :
    T extends readonly [unknown, ...unknown[]] ? [Item<T[0], Alternative>, Item<T[1], Alternative>?, ...Item<Rest, Alternative>[]] :
    [Item<T[0], Alternative>?, Item<T[1], Alternative>?, ...Item<Rest, Alternative>[]] : never :
  "0" extends keyof T ? T extends readonly [unknown?, ...(infer Rest)[]] ?
    T extends readonly [unknown, ...unknown[]] ? [Item<T[0], Alternative>, ...Item<Rest, Alternative>[]] :
    [Item<T[0], Alternative>?, ...Item<Rest, Alternative>[]] : never :
  never;
