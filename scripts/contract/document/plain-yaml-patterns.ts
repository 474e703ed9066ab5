// The regular expressions of the reader of plain YAML (see plain-yaml.ts).

/** All are sticky: each matches only at its `lastIndex`. */
export const patterns = {
  idle: /(?: *(?:#[^\n]*)?\n)*/y,
  spaces: / */y,
  /** A key and its colon: double-quoted, single-quoted, or plain. */
  key: /(?:"((?:[^"\\\n]|\\[^\n])*)"|'((?:[^'\n]|'')*)'|([^\s,[\]{}#&*!|>'"%@`?:-][^\n]*?|-[^\s-][^\n]*?)) *:(?=[ \n])/y,
  rest: /(?: +#[^\n]*| *)\n/y,
  item: /-(?=[ \n])/y,
  double: /"((?:[^"\\\n]|\\[^\n])*)"/y,
  single: /'((?:[^'\n]|'')*)'/y,
  /** The first characters of a plain scalar that are allowed both in block and in flow context. */
  plain: /[^\s,[\]{}#&*!|>'"%@`?:-]|-(?=[^\s,[\]{}])/y,
  header: /([|>])([-+]?) *\n/y,
  flowKey:
    /(?:"((?:[^"\\\n]|\\[^\n])*)" *:|'((?:[^'\n]|'')*)' *:|([^\s,[\]{}#&*!|>'"%@`?:-][^\n,[\]{}:]*?) *:(?=[ \n]))/y,
  flowText: /[^\n,[\]{}]+/y,
};
