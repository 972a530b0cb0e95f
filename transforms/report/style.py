"""The one style sheet of all pages, set into each of them: no page asks for another file.

Colours stand once, as variables, for light and for dark. Marks over Arabic letters use background and underline alone:
padding, weight or another font would break the joining of the letters.
"""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --sheet: #f6f4ee; --ink: #22262b; --quiet: #5b616b; --rule: #dcd8cd; --link: #1f4f7f;
  --evidence: #fbefc4; --date: #d5ebd3; --trigger: #9c2f12; --dropped: #6a6f78;
  --side-a: #1d5fa8; --side-b: #8a3a8f; --side-other: #76621d; --organization: #5a4fa3; --country: #1f6f6b;
  --latin: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", Georgia, "DejaVu Serif";
  --arabic: "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Arabic Typesetting", "Sakkal Majalla",
    "Traditional Arabic", "Noto Sans Arabic", "Segoe UI", "Times New Roman";
  --label: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans";
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --sheet: #1f2226; --ink: #e4e2dc; --quiet: #a3a7ae; --rule: #383c42; --link: #9cc3ec;
    --evidence: #453b16; --date: #1f4426; --trigger: #ff9d80; --dropped: #a3a7ae;
    --side-a: #8ebdf2; --side-b: #dd9fe2; --side-other: #d9c271; --organization: #b8aef5; --country: #7fcfc9;
  }
}
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 3.5rem 1.5rem 5rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font-family: var(--latin), var(--arabic), serif; line-height: 1.55; overflow-wrap: break-word;
}
[lang="ar"] { font-family: var(--arabic), var(--latin), serif; font-size: 1.1em; line-height: 1.75; }
[lang="ar"] [lang="ar"] { font-size: 1em; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
.whole { white-space: nowrap; }
h1 { margin: 0 0 .75rem; font-size: 2.1rem; }
h2 { margin: 4rem 0 1.25rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 1.4rem; }
h3 { margin: 0 0 .3rem; font-size: 1.15rem; }
h4 { margin: 0 0 .5rem; font: 600 .8rem/1.4 var(--label), sans-serif; color: var(--quiet); }
p { margin: 0 0 .8rem; max-width: 42rem; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
.kicker, .label, caption, th, figcaption, nav, dt, .legend, .zone-label, .when small, footer {
  font-family: var(--label), var(--arabic), sans-serif; font-size: .8rem; line-height: 1.5;
}
.kicker { margin: 0 0 .5rem; color: var(--quiet); }
.lede { font-size: 1.15rem; }
.quiet, .code { color: var(--quiet); }
.code {
  font: .8rem/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  overflow-wrap: anywhere;
}
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1.25rem; margin: 1rem 0; }
dt { color: var(--quiet); line-height: 1.9; } dd { margin: 0; min-width: 0; }
.after { margin-top: 1.25rem; }
.columns {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 2.25rem 3.5rem;
}
.scroll { overflow-x: auto; }
.scroll + .scroll, .prose + .scroll, .columns + .scroll, dl + .scroll { margin-top: 2rem; }
.columns > .scroll { margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
caption { padding-bottom: .5rem; text-align: start; font-weight: 600; color: var(--ink); }
th, td {
  padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top;
}
thead th { color: var(--quiet); font-weight: 500; vertical-align: bottom; }
thead th:first-child { color: var(--ink); font-weight: 600; }
tbody th { min-width: 8rem; font: inherit; }
tbody th.number { min-width: 0; }
.number { text-align: end; white-space: nowrap; }
thead th.arabic { text-align: right; }
thead th.arabic, td[dir="rtl"], th[dir="rtl"] { padding-left: 0; padding-right: 2rem; }
table tr > :last-child { padding-right: 0; }
.report + .report { margin-top: 3.5rem; }
.meetings { margin: 0; padding: 0; list-style: none; }
.meeting {
  display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .5rem 2.5rem; padding: 2rem 0;
  border-top: 1px solid var(--rule);
}
.meetings > li:first-child .meeting { padding-top: .5rem; border-top: 0; }
.when { line-height: 1.4; } .when small { display: block; margin-top: .5rem; color: var(--quiet); }
.traits { margin: 0 0 1.1rem; color: var(--quiet); }
.status-planned, .status-cancelled, .status-denied { color: var(--trigger); }
.sides {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 1.25rem 2rem;
  margin-bottom: 1.4rem;
}
.side-list { margin: 0; padding: 0; list-style: none; }
.side-list li { margin-bottom: .55rem; line-height: 1.5; }
.side-list .office { display: block; font-size: .92em; color: var(--quiet); text-align: left; }
.side-list .quiet { font-size: .92em; }
.name + .quiet { margin-left: .7rem; }
figure { margin: 0 0 1.1rem; }
blockquote { margin: 0 0 .4rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--rule); }
figcaption { color: var(--quiet); }
mark {
  background: none; color: inherit; text-decoration-line: none; text-underline-offset: .35em;
  text-decoration-thickness: 2px; text-decoration-skip-ink: none;
}
mark.country { text-decoration: underline 2px dotted var(--country); }
mark.place, mark.resolution { text-decoration: underline 2px dotted var(--quiet); }
mark.organization { text-decoration: underline 1px var(--organization); }
mark.person { text-decoration: underline 1px var(--side-a); }
mark.side-a { text-decoration: underline 3px var(--side-a); }
mark.side-b { text-decoration: underline 3px var(--side-b); }
mark.side-other { text-decoration: underline 3px var(--side-other); }
.sides h4 { padding-bottom: .3rem; border-bottom: 2px solid var(--side); }
.sides .side-a { --side: var(--side-a); }
.sides .side-b { --side: var(--side-b); }
.sides .side-other { --side: var(--side-other); }
mark.evidence { background: var(--evidence); }
mark.date { text-decoration: underline dashed var(--country); }
mark.meeting-date { background: var(--date); }
mark.trigger { color: var(--trigger); text-decoration: underline double var(--trigger); }
mark.dropped { color: var(--dropped); text-decoration: underline 1px wavy var(--dropped); }
.evidence-only mark.evidence { background: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 1rem 0; padding: 0; list-style: none; }
.prose { padding: 1.5rem; background: var(--sheet); text-align: right; }
.prose p { max-width: none; margin: 0 0 .9rem; line-height: 2; } .prose p:last-child { margin: 0; }
.document { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.document > h2 { margin: 0 0 1rem; padding: 0; border: 0; }
.zone {
  display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 1.25rem; padding: .8rem 1.25rem;
  border-bottom: 1px solid var(--paper); background: var(--sheet);
}
.zone .prose { padding: 0; background: none; } .zone-label { margin: 0; color: var(--quiet); line-height: 2.2; }
.zone-title .prose { font-weight: 600; }
.zone-header, .zone-clock, .zone-furniture { background: none; }
.zone-clock .prose, .zone-furniture .prose { color: var(--quiet); }
footer { margin-top: 5rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--quiet); }
[id]:target { scroll-margin-top: 1.5rem; }
span:target > mark { outline: 2px solid var(--link); outline-offset: 3px; }
.meeting:target h3 { text-decoration: underline 2px var(--link); text-underline-offset: .3em; }
@media (max-width: 40rem) {
  body { padding: 2rem 1.1rem 3rem; } h1 { font-size: 1.7rem; }
  .meeting, .zone { grid-template-columns: minmax(0, 1fr); }
  .when br { display: none; } .prose { padding: 1.1rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; background: none; }
  nav { display: none; } a { color: inherit; text-decoration: none; }
  .meeting, figure, tr { break-inside: avoid; } h2, h3, h4, caption { break-after: avoid; }
  mark, .prose, .zone { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
""".strip()
