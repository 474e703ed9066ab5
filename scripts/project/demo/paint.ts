// Output of the demo: colours on a terminal, plain text in a pipe.
import { styleText } from "node:util";

type Style = "bold" | "dim" | "cyan" | "green" | "yellow" | "red";

/** Writes the lines of the demo. */
export interface Paint {
  title(text: string): void;
  /** Writes a numbered heading, with the call below it. */
  step(text: string, call: string): void;
  /** Writes the result of the call. */
  result(text: string): void;
  progress(done: number, total: number): void;
  refusal(text: string): void;
}

/**
 * Creates the output.
 *
 * @param write  receives whole lines
 */
export function createPaint(write: (line: string) => void, coloured: boolean): Paint {
  const style = (styles: Style[], text: string): string =>
    coloured ? styleText(styles, text, { validateStream: false }) : text;
  const indented = (text: string): string => text.replaceAll("\n", "\n     ");
  let steps = 0;
  return {
    title: (text) => write(`\n${style(["bold"], text)}`),
    step(text, call) {
      steps += 1;
      write(`\n${style(["bold", "cyan"], `${steps}.`)} ${style(["bold"], text)}`);
      write(`   ${style(["dim"], call)}`);
    },
    result: (text) => write(`   ${style(["green"], "→")} ${indented(text)}`),
    progress(done, total) {
      const bar = "■".repeat(done) + "·".repeat(Math.max(0, total - done));
      write(`   ${style(["yellow"], bar)} ${done} of ${total}`);
    },
    refusal: (text) => write(`   ${style(["red"], "✗")} ${indented(text)}`),
  };
}
