// A population over time: what statistics count, joined by source, and the
// figures of articles as marks; an empty mark is at odds with statistics.
// Time runs from right to left where the page does.
import * as Plot from "@observablehq/plot";
import { lead } from "./map.js";

export function series(data, { width, tag, rtl, figure }) {
  const { unit } = figure.dataset;
  const day = (o) => ({ ...o, at: new Date(o.day) });
  const observed = data.observed.filter((o) => o.unit === unit).map(day);
  const stated = data.stated.filter((o) => o.unit === unit).map(day);
  if (!observed.length) return null;
  const number = new Intl.NumberFormat(tag, unit === "percent" ? { maximumFractionDigits: 2 } : {});
  const say = (v) => number.format(v) + (unit === "percent" ? " %" : "");
  const small = new Intl.NumberFormat(tag, { notation: "compact", maximumFractionDigits: 1 });
  const tip = (o) => `${o.date}: ${say(o.value)}\n${o.words}`;
  const svg = Plot.plot({
    width, height: Math.round(Math.min(380, Math.max(260, width * 0.42))),
    marginLeft: rtl ? 16 : 64, marginRight: rtl ? 64 : 16, marginTop: 16,
    x: { type: "utc", reverse: rtl, label: null, ticks: Math.max(3, Math.min(8, Math.floor(width / 90))), tickFormat: (d) => String(d.getUTCFullYear()) },
    y: { zero: true, nice: true, label: null, grid: true, ticks: 5, axis: null },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({ anchor: rtl ? "right" : "left", ticks: 5, tickSize: 0, label: null, fill: "var(--soft)",
        tickFormat: (v) => (unit === "percent" ? say(v) : v >= 1e6 ? small.format(v) : number.format(v)) }),
      Plot.line(observed, { x: "at", y: "value", z: "source", stroke: "var(--pic-a)", strokeWidth: 1.75 }),
      Plot.dot(observed, { x: "at", y: "value", r: 3.5, fill: "var(--pic-a)", title: tip }),
      Plot.dot(stated, { x: "at", y: "value", r: 6, symbol: "diamond", className: "stated", stroke: "var(--pic-b)", strokeWidth: 2,
        fill: (o) => (o.wrong ? "var(--paper)" : "var(--pic-b)"), title: tip }),
      Plot.ruleY([0], { stroke: "var(--rule)" }),
    ],
    color: { type: "identity" },
  });
  lead(svg, "g.stated path", stated);
  return svg;
}
