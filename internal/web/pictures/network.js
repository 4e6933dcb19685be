// The network of parties and agreements: a line for each pair, as wide as
// their agreements are many. The lay-out is computed from the same beginning
// each time, so that the same data gives the same picture.
import * as Plot from "@observablehq/plot";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { lead } from "./map.js";

export function network(data, { width, tag }) {
  if (!data.links.length) return null;
  const number = new Intl.NumberFormat(tag);
  const height = Math.round(Math.min(620, Math.max(380, width * 0.62)));
  const most = Math.max(...data.nodes.map((n) => n.agreements));
  const size = (n) => 4 + 12 * Math.sqrt(n.agreements / most);
  const nodes = data.nodes.map((n) => ({ ...n }));
  const links = data.links.map((l) => ({ ...l, source: l.a, target: l.b }));
  const side = width < 500 ? 44 : 80; // for the names at the edges
  forceSimulation(nodes)
    .force("link", forceLink(links).id((n) => n.id).distance(Math.min(width, height) / 4).strength(0.3))
    .force("apart", forceManyBody().strength(-Math.min(width, height) * 0.9))
    .force("room", forceCollide((n) => size(n) + 14))
    .force("x", forceX(0).strength(0.06 * Math.max(1, height / width)))
    .force("y", forceY(0).strength(0.06 * Math.max(1, width / height)))
    .stop().tick(300);
  const span = (list) => {
    const lo = Math.min(...list), hi = Math.max(...list);
    return lo === hi ? [lo - 1, hi + 1] : [lo, hi];
  };
  const strongest = Math.max(...links.map((l) => l.agreements));
  const many = nodes.length > 14 && width < 500;
  const named = many ? [...nodes].sort((a, b) => b.agreements - a.agreements).slice(0, 10) : nodes;
  const svg = Plot.plot({
    width, height, margin: 24, marginBottom: 48, marginLeft: side, marginRight: side,
    x: { axis: null, domain: span(nodes.map((n) => n.x)) }, y: { axis: null, domain: span(nodes.map((n) => n.y)) },
    r: { type: "identity" },
    marks: [
      Plot.link(links, { x1: (l) => l.source.x, y1: (l) => l.source.y, x2: (l) => l.target.x, y2: (l) => l.target.y,
        stroke: "var(--soft)", strokeOpacity: 0.55, strokeWidth: (l) => 1 + (5 * l.agreements) / strongest, className: "pairs",
        title: (l) => `${l.source.name} – ${l.target.name}: ${number.format(l.agreements)}` }),
      Plot.dot(nodes, { x: "x", y: "y", r: size, fill: (n) => (n.kind === "place" ? "var(--pic-a)" : "var(--pic-b)"),
        stroke: "var(--paper)", strokeWidth: 1.5, className: "parties", title: (n) => `${n.name}: ${number.format(n.agreements)}` }),
      Plot.text(named, { x: "x", y: "y", text: (n) => short(n.name), dy: 18, lineAnchor: "top", lineWidth: 11, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3, fontSize: 12 }),
    ],
    color: { type: "identity" },
  });
  lead(svg, "g.parties circle", nodes);
  lead(svg, "g.pairs path", links);
  return svg;
}

// short cuts a name that would cover its neighbours; the table has it whole.
const short = (name) => (name.length > 44 ? name.slice(0, 42).trimEnd() + "…" : name);
