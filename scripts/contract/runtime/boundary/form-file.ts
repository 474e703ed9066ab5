// A file of a form, with a name that cannot be used as a path.

/** A file sent in a form. */
export interface FormFile extends File {
  /**
   * The file name as sent. Do not trust it: it may be `../../etc/passwd` or `C:\\x`, or contain control
   * characters. Never build a path from it; `basename` is its last segment.
   */
  readonly name: string;
  /**
   * The last segment of the name, without control characters, slashes and backslashes; empty if nothing is
   * left, as for `..`. Two files may have the same basename, and some names may be special to the file
   * system: choose your own names for files that you store.
   */
  readonly basename: string;
}

/** Returns the same file with its `basename` added. */
export function formFile(file: File): FormFile {
  return Object.defineProperty(file, "basename", {
    value: basenameOf(file.name),
    enumerable: true,
  }) as FormFile;
}

function basenameOf(name: string): string {
  const segments = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").split(/[\\/]/);
  const last = segments.findLast((segment) => segment !== "") ?? "";
  return /^\.{1,2}$/.test(last.trim()) ? "" : last;
}
