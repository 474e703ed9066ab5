// The style and the script of the HTML page; both are inlined, so the page can be mailed and opened offline.
import { Html } from "./html-template.ts";

/** Colours follow the reader's system; every pair has a contrast of at least 4.5 : 1. */
export const style = new Html(`
:root { color-scheme: light dark; --fg: #1c2128; --bg: #fff; --soft: #f3f5f7; --line: #c9d1d9; --dim: #57606a; --link: #0550ae;
  --breaking: #b3261e; --accepted: #8a4b00; --undecided: #7a5c00; --notice: #0550ae; --compatible: #1a6e37; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6edf3; --bg: #0f1419; --soft: #1a2129; --line: #3b4654; --dim: #9aa7b4; --link: #79b8ff;
  --breaking: #ff8f87; --accepted: #ffb366; --undecided: #e8c766; --notice: #79b8ff; --compatible: #6fdc94; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.05rem; margin: 0; font-weight: 600; }
.scope, .where { color: var(--dim); } code, pre { font: .86rem/1.5 ui-monospace, monospace; }
.message { border-left: .25rem solid var(--breaking); background: var(--soft); padding: .5rem 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; } a { color: var(--link); }
article { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: 1rem; }
.verdict { font-weight: 700; } .breaking { color: var(--breaking); } .accepted { color: var(--accepted); }
.undecided { color: var(--undecided); } .notice { color: var(--notice); } .compatible { color: var(--compatible); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
figure { margin: .75rem 0 0; min-width: 0; } figcaption { color: var(--dim); font-size: .86rem; }
pre { background: var(--soft); border-radius: .35rem; margin: .25rem 0; padding: .6rem .8rem; overflow-x: auto; }
pre > span { display: block; } pre .at { background: color-mix(in srgb, var(--undecided) 22%, transparent); }
summary { cursor: pointer; color: var(--link); } details { margin-top: .75rem; }
button { font: inherit; font-size: .86rem; color: var(--fg); background: var(--soft); border: 1px solid var(--line); border-radius: .35rem; padding: .15rem .7rem; cursor: pointer; }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
@media print { button { display: none; } }
`);

/**
 * Copies the text of a button; if the clipboard is unavailable (a file opened from disk), selects it instead.
 */
export const script = new Html(`
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copies);
  const status = document.getElementById("status");
  try {
    await navigator.clipboard.writeText(source.textContent);
    status.textContent = "Copied.";
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(source);
    status.textContent = "Selected: copy it with the keyboard.";
    button.textContent = "Selected";
  }
  setTimeout(() => { button.textContent = "Copy"; }, 2000);
});
`);
