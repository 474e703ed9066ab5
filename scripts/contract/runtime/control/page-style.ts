// The stylesheet of the control page: the reader's preferred colour scheme, a contrast of at least 4.5 : 1
// for every pair of colours, and nothing wider than a phone screen.
export const pageStyle = `
:root { color-scheme: light dark; --fg: #1c2128; --bg: #fff; --soft: #f3f5f7; --line: #c9d1d9; --dim: #57606a; --link: #0550ae;
  --bad: #b3261e; --fine: #1a6e37; --odd: #7a5c00; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6edf3; --bg: #0f1419; --soft: #1a2129; --line: #3b4654; --dim: #9aa7b4; --link: #79b8ff;
  --bad: #ff8f87; --fine: #6fdc94; --odd: #e8c766; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; } h1 span { color: var(--dim); font-weight: 400; font-size: 1rem; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
#status, .dim { color: var(--dim); margin: 0; } #status.bad { color: var(--bad); }
[hidden] { display: none !important; }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); grid-template-areas: "requests" "faults" "state"; margin-top: 1rem; }
section { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem; min-width: 0; }
section:nth-of-type(1) { grid-area: requests; } section:nth-of-type(2) { grid-area: faults; } section:nth-of-type(3) { grid-area: state; }
@media (min-width: 60rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); grid-template-areas: "requests faults" "requests state"; grid-template-rows: auto 1fr; } }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 .5rem; color: var(--dim); }
ol, ul { list-style: none; margin: 0; padding: 0; }
#requests > li, #faults > li, #state details { border-top: 1px solid var(--line); }
#faults { margin-top: .75rem; }
#faults > li { display: flex; gap: .5rem; align-items: center; justify-content: space-between; padding: .35rem 0; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
summary code, pre { font: .86rem/1.5 ui-monospace, monospace; }
#requests summary { display: grid; grid-template-columns: 3.2rem minmax(0, 1fr) auto; gap: 0 .6rem; align-items: baseline; }
#requests summary::marker { content: ""; } #requests summary::-webkit-details-marker { display: none; }
#requests summary .dim { font-size: .86rem; }
.code { font-weight: 700; } .c2, .c3 { color: var(--fine); } .c4 { color: var(--odd); } .c5 { color: var(--bad); }
.problems { color: var(--bad); margin: .2rem 0; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: .35rem; margin: .25rem 0 .6rem; padding: .5rem .7rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; } #entry { margin-top: 1rem; }
label { font-size: .86rem; color: var(--dim); } form label { display: flex; flex-direction: column; flex: 1 1 11rem; min-width: 0; }
input, select, button { font: inherit; color: var(--fg); background: var(--bg); border: 1px solid var(--line); border-radius: .35rem; padding: .3rem .5rem; min-width: 0; max-width: 100%; }
button { background: var(--soft); cursor: pointer; padding: .3rem .8rem; }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
`;
