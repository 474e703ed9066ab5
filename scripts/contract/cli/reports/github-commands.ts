// Prints annotations as GitHub workflow commands, one per line.
import type { Annotation } from "./annotation.ts";

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export function githubCommands(annotations: readonly Annotation[]): string {
  const lines = annotations.map(({ level, place, title, message }) => {
    const properties = Object.entries({ file: place.file, line: place.line, col: place.column, title })
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(",");
    return `::${level} ${properties}::${escapeData(message)}`;
  });
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

/** Escapes as in @actions/core: `%`, carriage return and line feed; in properties also the separators. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
