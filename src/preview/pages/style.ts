/** How the preview's own pages look: plain, light or dark, readable at any width. The notes bring their own style. */

export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2429; --faint: #4d5a63; --line: #c3ccd2; --link: #0b5394; --bad: #a3141f; --warn: #7a4b00; --bar: #eef2f4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191d; --ink: #e8edf0; --faint: #aab6be; --line: #46525a; --link: #8fc4ff; --bad: #ff9a9f; --warn: #f0c36d; --bar: #1f262b; }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: .5rem 1rem; background: var(--bar); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.125rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .25rem .75rem; border: 1px solid transparent; border-radius: .25rem; }
nav a[aria-current] { color: var(--ink); background: var(--paper); border-color: var(--line); text-decoration: none; font-weight: 600; }
.status { color: var(--faint); }
.status[data-state="failed"] { color: var(--bad); font-weight: 600; }
main { flex: 1; display: flex; flex-direction: column; padding: 1rem; gap: 1rem; min-width: 0; }
main:focus { outline: none; }
#lost, .notice { margin: 0; padding: .5rem 1rem; border-bottom: 2px solid var(--bad); }
.problems:empty { display: none; }
.problems { border: 1px solid var(--line); border-left: .375rem solid var(--bad); padding: .75rem 1rem; max-height: 55vh; overflow: auto; }
.problems p { margin: .25rem 0; overflow-wrap: anywhere; }
.problems ol { margin: .5rem 0 0; padding-left: 1.5rem; }
.error .message { color: var(--bad); font-weight: 600; }
.warning .message { color: var(--warn); font-weight: 600; }
pre { margin: .25rem 0; padding: .5rem; background: var(--bar); overflow-x: auto; font: .875rem/1.4 ui-monospace, monospace; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0; color: var(--faint); }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--faint); font-weight: 400; }
td.failed { color: var(--bad); }
td.links a { display: inline-block; margin-right: .75rem; padding: .125rem 0; }
.panes { flex: 1; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.panes section { display: flex; flex-direction: column; min-width: 0; min-height: 75vh; }
.pane-head { display: flex; gap: 1rem; align-items: baseline; padding-bottom: .25rem; }
.pane { flex: 1; display: flex; }
iframe { flex: 1; width: 100%; min-height: 70vh; border: 1px solid var(--line); background: #fff; }
.none { margin: auto; color: var(--faint); }
`;
