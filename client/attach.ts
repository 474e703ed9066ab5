// Adds methods to response data without mixing them with its properties.
import { isRecord } from "./is-record.ts";

/**
 * Adds non-enumerable members, which printing, copying and comparing ignore. Anything but an object is
 * returned unchanged.
 */
export function attach<T, Members extends object>(target: T, members: Members): T & Members {
  if (isRecord(target)) {
    for (const key of Reflect.ownKeys(members)) {
      Object.defineProperty(target, key, { value: Reflect.get(members, key) });
    }
  }
  return target as T & Members;
}
