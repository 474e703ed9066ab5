// Gives an answer abilities without mixing them up with its fields.
import { isRecord } from "./is-record.ts";

/** Adds members that nobody sees who prints, copies or compares the object. Anything but an object stays as it is. */
export function attach<T, Members extends object>(target: T, members: Members): T & Members {
  if (isRecord(target)) {
    for (const key of Reflect.ownKeys(members)) {
      Object.defineProperty(target, key, { value: Reflect.get(members, key) });
    }
  }
  return target as T & Members;
}
