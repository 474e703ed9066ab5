// What the reader of plain YAML (see plain-yaml.ts) looks for where it is.

/** Each matches at its `lastIndex` and nowhere else. */
export const patterns = {
  idle: /(?: *(?:#[^\n]*)?\n)*/y,
  spaces: / */y,
  /** A name and its colon: quoted in one of two ways, or plain. */
  key: /(?:"((?:[^"\\\n]|\\[^\n])*)"|'((?:[^'\n]|'')*)'|([^\s,[\]{}#&*!|>'"%@`?:-][^\n]*?|-[^\s-][^\n]*?)) *:(?=[ \n])/y,
  rest: /(?: +#[^\n]*| *)\n/y,
  item: /-(?=[ \n])/y,
  double: /"((?:[^"\\\n]|\\[^\n])*)"/y,
  single: /'((?:[^'\n]|'')*)'/y,
  /** What a plain text begins with, in blocks and in flow collections alike. */
  plain: /[^\s,[\]{}#&*!|>'"%@`?:-]|-(?=[^\s,[\]{}])/y,
  header: /([|>])([-+]?) *\n/y,
  flowKey:
    /(?:"((?:[^"\\\n]|\\[^\n])*)" *:|'((?:[^'\n]|'')*)' *:|([^\s,[\]{}#&*!|>'"%@`?:-][^\n,[\]{}:]*?) *:(?=[ \n]))/y,
  flowText: /[^\n,[\]{}]+/y,
};
