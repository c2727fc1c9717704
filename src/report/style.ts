/** How the page looks, by day and by night, on a screen and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c1e21, #e6e7ea);
  --quiet: light-dark(#5d636b, #a3a9b2);
  --paper: light-dark(#ffffff, #17191c);
  --panel: light-dark(#f4f5f7, #212429);
  --line: light-dark(#dcdfe4, #363b42);
  --answered: light-dark(#2f7d4f, #58b37c);
  --unsure: light-dark(#c98a12, #e0ac45);
  --unanswered: light-dark(#c23b3b, #ec7272);
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 20px 64px; max-width: 800px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 36px 0 8px; }
p { margin: 6px 0; }
.quiet { color: var(--quiet); font-size: 14px; }
.lead { font-size: 18px; margin: 14px 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(108px, 1fr)); gap: 10px; margin: 18px 0; padding: 0; }
.figures div { background: var(--panel); border-radius: 8px; padding: 10px 12px; border-left: 4px solid var(--line); }
.figures .answered { border-color: var(--answered); }
.figures .unsure { border-color: var(--unsure); }
.figures .unanswered { border-color: var(--unanswered); }
.figures dt { color: var(--quiet); font-size: 14px; }
.figures dd { margin: 0; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--quiet); font-size: 12px; }
svg line { stroke: var(--line); }
svg .answered { fill: var(--answered); }
svg .unsure { fill: var(--unsure); }
svg .unanswered { fill: var(--unanswered); }
.key { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin: 0 5px 0 12px; }
.key.answered { background: var(--answered); }
.key.unsure { background: var(--unsure); }
.key.unanswered { background: var(--unanswered); }
ol.groups { list-style: none; margin: 0; padding: 0; }
ol.groups > li { display: grid; grid-template-columns: 52px 1fr; gap: 0 12px; padding: 12px 0; border-top: 1px solid var(--line); break-inside: avoid; }
.count { font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; text-align: right; }
.question { font-weight: 600; }
.now { font-size: 13px; border: 1px solid currentColor; border-radius: 999px; padding: 1px 8px; white-space: nowrap; margin-left: 6px; font-weight: 400; }
.now.answered { color: var(--answered); }
blockquote { margin: 6px 0; padding: 2px 0 2px 10px; border-left: 3px solid var(--line); color: var(--quiet); }
details { font-size: 14px; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
th, td { text-align: left; padding: 5px 8px; border-top: 1px solid var(--line); vertical-align: top; }
th { color: var(--quiet); font-weight: 400; font-size: 14px; border-top: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 1%; }
.bar { height: 6px; border-radius: 3px; background: var(--answered); min-width: 2px; }
td.bars { width: 30%; vertical-align: middle; }
@media print { body { padding: 0; } }
`;
