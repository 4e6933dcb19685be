// The map of events and agreements: a circle for each place, its area as
// large as their number, on outlines of Natural Earth. A map is never
// mirrored.
import * as Plot from "@observablehq/plot";
import { feature, mesh } from "topojson-client";
import world from "world-atlas/countries-110m.json";

const lands = feature(world, world.objects.land);
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);

export function map(data, { width, tag }) {
  const rows = data.rows.filter((r) => r.lon !== undefined);
  if (!rows.length) return null;
  const number = new Intl.NumberFormat(tag);
  const all = (r) => r.agreements + r.events;
  const height = Math.round(Math.min(520, Math.max(300, width * 0.55)));
  const named = [...rows].sort((a, b) => all(b) - all(a)).slice(0, width < 500 ? 5 : 12);
  // What is shown is framed with some land around it, so that one place
  // does not fill the picture.
  const lon = rows.map((r) => r.lon), lat = rows.map((r) => r.lat);
  const around = 6;
  const west = Math.max(-179, Math.min(...lon) - around), east = Math.min(179, Math.max(...lon) + around);
  const south = Math.max(-60, Math.min(...lat) - around), north = Math.min(80, Math.max(...lat) + around);
  const domain = { type: "MultiPoint", coordinates: [[west, south], [west, north], [east, south], [east, north]] };
  const svg = Plot.plot({
    width, height, margin: 0,
    projection: { type: "equal-earth", rotate: [-(west + east) / 2, 0], domain, inset: 8, clip: "frame" },
    r: { range: [0, Math.max(14, width / 32)] },
    marks: [
      Plot.geo(lands, { fill: "var(--pic-land)", className: "land" }),
      Plot.geo(borders, { stroke: "var(--pic-border)", strokeWidth: 0.8 }),
      Plot.dot(rows, { x: "lon", y: "lat", r: all, fill: (r) => (r.agreements > r.events ? "var(--pic-a)" : "var(--pic-b)"), fillOpacity: 0.75,
        stroke: "var(--paper)", strokeWidth: 1, className: "places",
        title: (r) => `${r.name}\n${data.words.agreements}: ${number.format(r.agreements)}\n${data.words.events}: ${number.format(r.events)}` }),
      Plot.text(named, { x: "lon", y: "lat", text: "name", dy: -4, lineAnchor: "bottom", className: "names", fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3, fontSize: 13 }),
    ],
    color: { type: "identity" },
  });
  thin(svg);
  lead(svg, "g.places circle", rows);
  return svg;
}

// thin takes out the names that would stand on one before them; the first is
// of the place with most. Where a letter is 7 wide and a line 14 high is near
// enough, as the drawing is not in the page yet and cannot be measured.
function thin(svg) {
  const taken = [];
  for (const el of svg.querySelectorAll("g.names text")) {
    const [x, y] = el.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    const half = el.textContent.length * 3.5;
    if (taken.some((t) => Math.abs(t.x - x) < t.half + half && Math.abs(t.y - y) < 14)) el.remove();
    else taken.push({ x, y, half });
  }
}

// lead makes marks lead to the pages of what they stand for, for those who
// point; the table below has the same links for everybody.
export function lead(svg, selector, rows) {
  for (const el of svg.querySelectorAll(selector)) {
    const row = rows[el.__data__];
    if (!row || !row.url) continue;
    el.classList.add("leads");
    el.addEventListener("click", () => { location.href = row.url; });
  }
}
