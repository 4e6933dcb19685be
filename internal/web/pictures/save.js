// Saving a picture as SVG or PNG: the drawing is copied with the colours and
// letters that the page's style sheet gives it, so that the file stands alone.
const space = "http://www.w3.org/2000/svg";
const looks = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
  "font-family", "font-size", "font-weight", "text-anchor", "opacity", "paint-order", "stroke-linejoin"];

function alone(figure) {
  const shown = figure.querySelector("svg.plot");
  const { width, height } = shown.getBoundingClientRect();
  const copy = shown.cloneNode(true);
  const from = [shown, ...shown.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((el, i) => {
    if (!from[i].ownerSVGElement && from[i] !== shown) return;
    const style = getComputedStyle(from[i]);
    for (const name of looks) {
      const value = style.getPropertyValue(name);
      if (value) el.setAttribute(name, value);
    }
    el.removeAttribute("class");
    el.removeAttribute("style");
  });
  copy.setAttribute("xmlns", space);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.setAttribute("direction", getComputedStyle(shown).direction);
  const paper = document.createElementNS(space, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  const title = document.createElementNS(space, "title");
  title.textContent = figure.dataset.label;
  copy.prepend(title);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function give(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const asSVG = (text) => new Blob([text], { type: "image/svg+xml" });

// asPNG draws at twice the size, for screens and paper of today.
export async function asPNG({ text, width, height }) {
  const address = URL.createObjectURL(asSVG(text));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function offerSaving(figure) {
  const row = figure.querySelector(".saving");
  const name = "shanyraq-" + figure.dataset.picture;
  const button = (label, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.addEventListener("click", act);
    row.append(b, " ");
  };
  button(figure.dataset.svg, () => give(asSVG(alone(figure).text), name + ".svg"));
  button(figure.dataset.png, async () => give(await asPNG(alone(figure)), name + ".png"));
  row.hidden = false;
}
