// Offices over time: a bar from the first sentence that names somebody in an
// office to the last, with a mark for each. A full mark says that the office
// began (a diamond) or ended (a square), an open one only names it. Time runs
// from right to left where the page does.
import * as Plot from "@observablehq/plot";
import { lead } from "./map.js";

const row = 40;

export function tenures(data, { width, rtl }) {
  if (!data.rows || !data.rows.length) return null;
  const at = (day) => new Date(day);
  const rows = data.rows.map((r, i) => ({ ...r, i, from: at(r.from), to: at(r.to) }));
  const marks = rows.flatMap((r) => r.marks.map((m) => ({ ...m, i: r.i, label: r.label, at: at(m.day) })));
  const times = [...marks.map((m) => +m.at), ...rows.flatMap((r) => [+r.from, +r.to])];
  const year = 365 * 864e5;
  let lo = Math.min(...times), hi = Math.max(...times);
  if (hi - lo < year) [lo, hi] = [lo - year / 2, hi + year / 2];
  const letters = Math.floor((width - 24) / 7.2);
  const cut = (s) => (s.length > letters ? s.slice(0, letters - 1).trimEnd() + "…" : s);
  const whole = (s) => (rtl ? `\u2067${s}\u2069` : s); // read from the right, whatever letters it begins with
  const tip = (m) => `${m.label}\n${data.words[m.as]}: ${m.date}\n${m.words}`;
  const dots = (as, symbol) => {
    const list = marks.filter((m) => m.as === as);
    return { list, mark: Plot.dot(list, { x: "at", y: "i", r: as === "named" ? 4 : 5.5, symbol, className: "mark-" + as, title: tip, strokeWidth: 1.75,
      stroke: as === "named" ? "var(--pic-a)" : "var(--pic-b)", fill: as === "named" ? "var(--paper)" : "var(--pic-b)" }) };
  };
  const kinds = { named: dots("named", "circle"), began: dots("began", "diamond"), ended: dots("ended", "square") };
  const svg = Plot.plot({
    width, height: rows.length * row + 44, marginTop: 8, marginBottom: 28, marginLeft: 12, marginRight: 12,
    x: { type: "utc", domain: [new Date(lo), new Date(hi)], inset: 8, reverse: rtl, label: null, tickSize: 0, ticks: Math.max(2, Math.min(10, Math.floor(width / 80))),
      tickFormat: hi - lo < 3 * year ? undefined : (d) => String(d.getUTCFullYear()) },
    y: { type: "linear", domain: [-0.75, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: Math.max(2, Math.min(10, Math.floor(width / 80))) }),
      Plot.ruleY(rows, { y: "i", x1: "from", x2: "to", stroke: "var(--pic-a)", strokeWidth: 5, strokeOpacity: 0.55, strokeLinecap: "round" }),
      kinds.named.mark, kinds.began.mark, kinds.ended.mark,
      Plot.text(rows, { y: "i", frameAnchor: rtl ? "right" : "left", textAnchor: rtl ? "end" : "start", dy: -16, text: (r) => whole(cut(r.label)), className: "names",
        fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3, fontSize: 13 }),
    ],
    color: { type: "identity" },
  });
  for (const [as, kind] of Object.entries(kinds)) lead(svg, `g.mark-${as} > *`, kind.list);
  return svg;
}
