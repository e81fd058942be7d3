/**
 * The style sheet of the page: system fonts, one accent colour, light and dark, phone to A4. State is never said by
 * colour alone: marks are underlined, tags are words, bars have their numbers beside them.
 *
 * It is a constant, since the page's Content-Security-Policy names it by its hash.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#f5f4f0;--card:#fff;--shade:#0004;--ink:#1b2126;--soft:#525c65;--line:#dcdad3;--faint:#efede7;
--accent:#0b5c70;--accent-2:#6fa5b3;--accent-3:#d3dfe2;--on-accent:#fff;--tint:#e4eff2;--mark:#ffe08a;--mark-ink:#3a2500;--mark-line:#a34700;
--mono:"Cascadia Mono","Segoe UI Mono","Roboto Mono","DejaVu Sans Mono",ui-monospace,Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{--page:#14181b;--card:#1c2226;--shade:#fff4;--ink:#e7eaec;--soft:#a9b3bb;--line:#374047;--faint:#242b30;
--accent:#7cc7d8;--accent-2:#3f8393;--accent-3:#34444b;--on-accent:#06242c;--tint:#1f3238;--mark:#5c4300;--mark-ink:#ffeec2;--mark-line:#ffb454}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 "Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
[hidden]{display:none!important}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.5rem 1rem;z-index:1}
.skip:focus{top:.5rem}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
h1{margin:0;font-size:1rem;font-weight:600;color:var(--accent)}
.origin{margin:.15rem 0 0;color:var(--soft);font-size:.9rem}
.headline{margin:1.5rem 0 0;font-size:clamp(1.6rem,1.1rem + 2.4vw,2.7rem);line-height:1.15;font-weight:700;letter-spacing:-.015em;max-width:26ch;text-wrap:balance;overflow-wrap:normal}
.subline{margin:.6rem 0 0;font-size:1.15rem;color:var(--soft)}
nav{margin:1.75rem 0 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;list-style:none;margin:0;padding:.35rem 0}
nav li:first-child{font-weight:600}
nav a{display:block;padding:.3rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
main{padding-bottom:2rem}
section{margin-top:2.5rem}
h2{margin:0 0 .75rem;font-size:1.3rem;line-height:1.25;letter-spacing:-.005em}
.pair{display:grid;gap:0 3rem;align-items:start;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr))}
.note,.legend{margin:-.35rem 0 .75rem;color:var(--soft);font-size:.9rem}
table+.note,.scroll+.note{margin:.75rem 0 0}
.notices{margin:0;padding-left:1.2rem;max-width:76ch}
.notices li+li{margin-top:.4rem}
small{font-size:.8125rem;color:var(--soft);font-weight:400}
.code{font-family:var(--mono);font-size:.8rem}
.nik{font-family:var(--mono);font-size:.875em}

/* tables */
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:600}
thead th,thead td{border-bottom:1px solid var(--soft);color:var(--soft);font-size:.8125rem;line-height:1.3;font-weight:400;vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
tbody th,td{overflow-wrap:anywhere}
.zero{color:var(--soft)}
.share{color:var(--soft)}
.b{width:28%;min-width:5rem;padding-right:0}
.b .bar{margin-top:.35em}
.tally small{display:block;line-height:1.35}
.packed{columns:28rem;column-gap:3rem}
.packed table{break-inside:avoid;margin-bottom:1.5rem}
.packed small{display:inline;margin-left:.25rem}
.packed thead th:first-child{color:var(--ink);font-weight:600;font-size:.9375rem}
.tally a{text-decoration:none}
.tally a:hover{text-decoration:underline}
/* a shade at each edge behind which there is more; the covers lie at the table's own ends and move with it */
.scroll{overflow-x:auto;background:linear-gradient(90deg,var(--page) 40%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(-90deg,var(--page) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(90deg,var(--shade),transparent) 0 0/.9rem 100% no-repeat,linear-gradient(-90deg,var(--shade),transparent) 100% 0/.9rem 100% no-repeat}
.scroll td,.scroll th{overflow-wrap:normal}
.scroll td:last-child,.scroll th:last-child{padding-right:0}
/* squeezed into a phone, a few words would take a screen */
#duplicates table,#rejected table{min-width:50rem}
#duplicates .nik{min-width:7.5em}
.group th{padding-top:1.1rem;font-weight:600;color:var(--ink)}
.bar{display:block;width:100%;height:.75rem;background:var(--faint);border-radius:2px}
.swatch{width:.75em;height:.75em;margin-right:.15em;border-radius:2px;outline:1px solid var(--line)}
.legend span{margin-right:1rem;white-space:nowrap}
.t1,.g-different{fill:var(--accent)}.t2,.g-near{fill:var(--accent-2)}.t3,.g-same{fill:var(--accent-3)}
.g-damaged{fill:var(--mark-line)}.g-missing{fill:var(--faint)}

/* from all rows to those who must come */
.funnel{list-style:none;margin:0;padding:0}
.funnel li{display:grid;grid-template-columns:minmax(16rem,22rem) 1fr;gap:0 1.5rem;align-items:center;padding:.2rem 0}
.funnel b{display:inline-block;min-width:4ch;font-size:1.5rem;line-height:1.2}
/* the words stand in line behind the longest number: 1.234 to 1.234.567 */
.w5 b{min-width:5ch}.w6 b{min-width:6ch}.w7 b{min-width:7ch}.w9 b{min-width:9ch}
.funnel .bar{height:1.5rem;background:none}
.funnel .left{grid-column:2;color:var(--soft);font-size:.875rem;padding:.15rem 0 .35rem}
.funnel .left::before{content:"− "}

/* filters */
.filters{display:grid;gap:.75rem 1rem;grid-template-columns:2fr repeat(3,1fr) minmax(11.25rem,1fr);margin:0 0 1rem;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:6px}
.filters label{display:block;font-size:.8125rem;color:var(--soft);min-width:0}
.filters input,.filters select{display:block;width:100%;margin-top:.2rem;font-size:1rem;color:var(--ink)}
input,select,button{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:4px;padding:.45rem .6rem;min-height:2.75rem}
button{cursor:pointer;background:var(--card)}
button:hover{border-color:var(--accent);color:var(--accent)}
.tools{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.tools p{margin:0 auto 0 0;font-size:.9375rem}

/* cases */
.cases{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:6px}
.cases>li+li{border-top:1px solid var(--line)}
summary{display:grid;grid-template-columns:10.5rem 10rem minmax(0,1fr) minmax(0,1.2fr) 1rem;gap:0 1rem;padding:.7rem 1rem;cursor:pointer;list-style:none;align-items:baseline}
summary::-webkit-details-marker{display:none}
summary:hover{background:var(--faint)}
summary::after{content:"";grid-column:5;grid-row:1;width:.5rem;height:.5rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(45deg);justify-self:center;align-self:center}
details[open]>summary::after{transform:rotate(225deg)}
details[open]>summary{border-bottom:1px solid var(--line)}
summary b{grid-column:2/4;font-weight:600}
summary .nik,summary .opd{grid-row:2;color:var(--soft);font-size:.875rem;min-width:0}
summary .nik{grid-column:2;font-size:.8125rem}
summary .what{grid-column:4;grid-row:1/3;font-size:.875rem}
.act{grid-column:1;grid-row:1/3;justify-self:start;align-self:start;padding:.1rem .55rem;border:1px solid var(--accent);border-radius:99px;color:var(--accent);font-size:.8125rem;line-height:1.4}
.a0{background:var(--accent);color:var(--on-accent);font-weight:600}
.a5,.a6{border-color:var(--line);color:var(--soft)}
details>p{margin:1rem 1rem 0;max-width:72ch}
.side{width:calc(100% - 2rem);margin:1rem;table-layout:fixed}
.side th:first-child{width:7.5rem}
.side thead th{color:var(--ink);font-weight:600;font-size:.875rem}
.side thead small{display:block}
.side tbody th{color:var(--soft);font-size:.875rem}
.side td{font-size:.9375rem}
.f-nik td,.f-birth_date td{font-family:var(--mono);font-size:.8125rem}
.side tr>:nth-child(2){background:var(--tint);padding-left:.6rem}
.side td+td,.side th+th{padding-left:.6rem}
.side td small{display:inline-block;margin:.1rem .25rem 0 0;font-weight:400;padding:0 .4em;border:1px solid var(--line);border-radius:3px;font-family:"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;font-size:.75rem;line-height:1.5;color:var(--ink)}
.side .off{font-weight:600}
.side td:empty::after{content:"–";color:var(--soft)}
.side .none{color:var(--soft);font-family:inherit;font-style:italic;font-size:.875rem}
mark{background:var(--mark);color:var(--mark-ink);border-bottom:2px solid var(--mark-line);font-weight:700}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.75rem 1.5rem;margin:0 1rem}
details .note{margin:.9rem 1rem 1rem;max-width:none}
dl .hints{grid-column:1/-1}
dt{font-size:.8125rem;color:var(--soft)}
dd{margin:0;font-size:.9375rem}
footer{padding-bottom:3rem}

@media screen and (max-width:60rem){
.filters{grid-template-columns:1fr 1fr}
.filters .wide{grid-column:1/-1}
summary{grid-template-columns:10rem minmax(0,1fr) 1rem}
summary::after{grid-column:3}
summary b{grid-column:2}
summary .nik,summary .opd,summary .what{grid-column:2;grid-row:auto}
summary .what{margin-top:.2rem}
.act{grid-row:1/5}
}
@media screen and (max-width:60rem){
.side,.side tr,.side th,.side td{display:block;width:auto!important}
.side tbody{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2rem}
.side thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.side tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
.side tbody th{border:0;padding:0 0 .2rem;font-weight:600;color:var(--ink)}
.side td,.side td+td,.side tr>:nth-child(2){display:flow-root;border:0;padding:.15rem .5rem .15rem 7rem}
.side td::before{float:left;width:6.25rem;margin-left:-6.5rem;content:attr(data-s);color:var(--soft);overflow-wrap:break-word;font:.8125rem/1.5 "Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;font-style:normal}
}
@media screen and (max-width:48rem){
.funnel li{grid-template-columns:1fr}
.funnel .left{grid-column:1}
}
@media screen and (max-width:36rem){
header,main,footer{padding-left:1rem;padding-right:1rem}
header{padding-top:1.5rem}
.filters{grid-template-columns:1fr;padding:.75rem}
.tools p{flex-basis:100%}
summary{grid-template-columns:minmax(0,1fr) 1rem;padding:.75rem}
summary::after{grid-column:2;grid-row:1}
summary>*{grid-column:1!important;grid-row:auto!important}
.act{margin-bottom:.3rem}
.tally .b,.tally .share{display:none}
details>p{margin:.75rem .75rem 0}
.side{margin:.75rem}
dl{margin:0 .75rem}
details .note{margin:.75rem}
}
@media (prefers-reduced-motion:no-preference){summary::after{transition:transform .15s}}
@media (forced-colors:active){mark{background:Mark;color:MarkText}.bar{outline:1px solid}}
@page{size:A4;margin:15mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
@media print{
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--faint:#f2f2f2;--accent:#0b5c70;--accent-2:#6fa5b3;--accent-3:#d3dfe2;--on-accent:#fff;--tint:#f2f2f2;--mark:#ffe08a;--mark-ink:#000;--mark-line:#000}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html{font-size:9pt}
header,main,footer{max-width:none;padding:0}
nav,.skip,button,.filters label{display:none}
a{color:inherit;text-decoration:none}
section{margin-top:1.4rem}
h2{break-after:avoid;font-size:12pt}
tr,.matrix tbody,.funnel li,details:not([open]),dl>div{break-inside:avoid}
summary,.note,.legend{break-after:avoid}
.scroll{overflow:visible;background:none}
.pair{grid-template-columns:1.3fr 1fr;gap:0 2rem}
.packed{columns:2;column-gap:2rem}
.funnel li{grid-template-columns:16rem 1fr}
#cases{break-before:page}
.filters{display:block;border:0;padding:0;background:none}
.cases{border-width:1px 0;border-radius:0}
summary::after{display:none}
summary,details>p{padding-left:0;padding-right:0;margin-left:0;margin-right:0}
.side{width:100%;margin:.5rem 0}
summary{grid-template-columns:10rem 9.5rem minmax(0,1fr) minmax(0,1.2fr)}
dl,details .note{margin:0 0 .75rem}
}
`;
