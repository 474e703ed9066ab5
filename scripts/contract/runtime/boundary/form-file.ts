// A file of a form, with a name that no path can be made of.

/** A file as a form has sent it. */
export interface FormFile extends File {
  /**
   * As the sender wrote it, and not to be trusted: it may be `../../etc/passwd` or `C:\\x`, or hold control characters. Never make a
   * path of it; `basename` is its last segment.
   */
  readonly name: string;
  /**
   * The last segment of the name, without control characters, slashes and backslashes; empty where nothing is left, as of `..`. Two
   * files may have the same, and the file system may know names that are special: where files are stored, choose names of your own.
   */
  readonly basename: string;
}

/** The file itself, with its `basename`. */
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
