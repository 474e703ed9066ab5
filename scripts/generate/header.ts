// The first line of every generated file: what made it, from what, and with which command. Constant: no date, no version.

/**
 * @param documentName  how the document was named; only its last part is said, so that the line does not depend on where
 *   the command was run
 */
export function headerOf(documentName: string): string {
  const file = documentName.split(/[/\\:]/).at(-1) ?? documentName;
  return `Generated from ${file} by \`contract generate\`. Do not edit: change the document and generate again.`;
}

/** The header as the first line of a TypeScript or JavaScript file. */
export function headerLine(header: string): string {
  return `// ${header.replaceAll(/[\r\n\u2028\u2029]/g, " ")}\n`;
}
