// Agreements and events by year: a bar for each year, agreements below, events
// above. Time runs from right to left where the page does.
import * as Plot from "@observablehq/plot";

export function years(data, { width, tag, rtl }) {
  if (!data.years || !data.years.length) return null;
  const number = new Intl.NumberFormat(tag);
  const { words } = data;
  const all = data.years.map((y) => y.agreements + y.events);
  const most = Math.max(...all);
  const domain = data.years.map((y) => y.name);
  const empty = Array.from({ length: Math.max(0, 8 - domain.length) }, (_, i) => "\u200b".repeat(i + 1)); // few bars are no wider than an eighth
  const parts = data.years.flatMap((y) => [
    { name: y.name, kind: "agreements", n: y.agreements, all: y.agreements + y.events },
    { name: y.name, kind: "events", n: y.events, all: y.agreements + y.events },
  ]).filter((p) => p.n > 0);
  const step = Math.max(1, Math.ceil((domain.length * (domain[0].length > 4 ? 76 : 44)) / Math.max(1, width - 60)));
  return Plot.plot({
    width, height: Math.round(Math.min(260, Math.max(190, width * 0.28))), marginTop: 20,
    marginLeft: rtl ? 12 : 40, marginRight: rtl ? 40 : 12,
    x: { type: "band", domain: [...domain, ...empty], reverse: rtl, label: null, ticks: domain.filter((_, i) => i % step === 0), tickSize: 0, padding: 0.24 },
    y: { axis: null, domain: [0, most] },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: Math.min(4, most) }),
      Plot.axisY({ anchor: rtl ? "right" : "left", ticks: Math.min(4, most), tickSize: 0, label: null, fill: "var(--soft)", tickFormat: (v) => (Number.isInteger(v) ? number.format(v) : "") }),
      Plot.barY(parts, { x: "name", y: "n", fill: (p) => (p.kind === "agreements" ? "var(--pic-a)" : "var(--pic-b)"),
        title: (p) => `${p.name}\n${words[p.kind]}: ${number.format(p.n)}`, insetTop: 0.5 }),
      Plot.ruleY([0], { stroke: "var(--rule)" }),
    ],
    color: { type: "identity" },
  });
}
