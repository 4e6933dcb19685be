// Draws the pictures of a page: each <figure data-picture> names its kind and
// the address of its data, and holds what there is without this script: a
// table, or a drawing of the server. Nothing is asked of any other site.
import { map } from "./map.js";
import { network } from "./network.js";
import { series } from "./series.js";
import { tenures } from "./tenures.js";
import { years } from "./years.js";
import { offerSaving } from "./save.js";

const kinds = { map, network, series, tenures, years };

// place sets a drawing into its figure. Plot puts a <style> into what it
// draws, which the page's policy forbids; ours stands in the style sheet.
function place(figure, svg) {
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", figure.dataset.label);
  svg.setAttribute("class", "plot");
  const stage = figure.querySelector(".stage");
  const old = stage.querySelector("svg");
  if (old) old.replaceWith(svg);
  else stage.append(svg);
}

async function begin(figure) {
  const draw = kinds[figure.dataset.picture];
  if (!draw) return;
  const answer = await fetch(figure.dataset.src);
  if (!answer.ok) return;
  const data = await answer.json();
  const stage = figure.querySelector(".stage");
  let width = 0;
  const redraw = () => {
    const now = Math.round(stage.clientWidth);
    if (!now || now === width) return;
    width = now;
    const svg = draw(data, {
      width, tag: document.documentElement.lang.split("-")[0], // numbers are those of the language, whatever its script
      rtl: document.documentElement.dir === "rtl", figure,
    });
    if (svg) place(figure, svg);
  };
  redraw();
  if (!stage.querySelector("svg.plot")) return;
  figure.classList.add("drawn");
  const table = figure.querySelector("details[open]"); // stood open for want of a drawing
  if (table) table.open = false;
  new ResizeObserver(redraw).observe(stage);
  offerSaving(figure);
}

// A picture whose data does not come leaves the table as it is.
for (const figure of document.querySelectorAll("figure[data-picture]")) begin(figure).catch(() => {});
