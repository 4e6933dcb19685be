// A picture in the editor: what it shows in words, and what of it must stay
// in sight when a card cuts it.
export function pictureView({ node, getPos, editor, word, post, said }) {
  const make = (tag, name) => Object.assign(document.createElement(tag), { className: name });
  const dom = make("div", "picture"), sight = make("div", "sight"), img = document.createElement("img"), mark = make("button", "focus"), cut = make("div", "cut"), small = document.createElement("img"), alt = make("div", "alt"), label = make("label", "sr"), input = document.createElement("input");
  label.textContent = input.placeholder = word("alt");
  input.id = "alt-" + Math.random().toString(36).slice(2);
  label.htmlFor = input.id;
  input.setAttribute("aria-required", "true"); // to publish; a draft is saved without
  small.alt = "";
  mark.type = "button";
  mark.hidden = cut.hidden = true;
  cut.title = word("cut");
  cut.append(small);
  sight.append(img, mark);
  alt.append(cut, label, input);
  sight.contentEditable = alt.contentEditable = "false";
  dom.append(sight, alt);

  let x = 50, y = 50, later = 0, hash = "";
  const place = () => {
    mark.style.left = x + "%";
    mark.style.top = y + "%";
    small.style.objectPosition = `${x}% ${y}%`;
    mark.title = word("focus").replace("%x", x).replace("%y", y);
    mark.setAttribute("aria-label", mark.title);
  };
  const move = (nx, ny) => {
    x = Math.round(Math.min(100, Math.max(0, nx)));
    y = Math.round(Math.min(100, Math.max(0, ny)));
    place();
    said(mark.title);
    clearTimeout(later);
    later = setTimeout(async () => {
      let a;
      try { a = await post(`/desk/pictures/${hash}`, { x, y }); } catch { a = { ok: false, body: { error: word("offline") } }; }
      if (!a.ok) said([a.body.error, a.body.try].filter(Boolean).join(" · "), true);
    }, 250);
  };
  const ask = async (src) => {
    const own = /^\/media\/([0-9a-f]{32})\//.exec(src)?.[1] ?? "";
    if (own === hash) return;
    hash = own;
    mark.hidden = cut.hidden = true;
    if (!own) return;
    try {
      const r = await fetch(`/desk/pictures/${own}`, { headers: { Accept: "application/json" } });
      if (!r.ok || own !== hash) return;
      ({ x, y } = await r.json());
    } catch { return; }
    small.src = src;
    place();
    mark.hidden = cut.hidden = false;
  };
  img.addEventListener("click", (e) => {
    if (mark.hidden) return;
    const r = img.getBoundingClientRect();
    move((e.clientX - r.left) / r.width * 100, (e.clientY - r.top) / r.height * 100);
    mark.focus();
  });
  mark.addEventListener("keydown", (e) => {
    const by = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[e.key];
    if (by) { e.preventDefault(); move(x + by[0], y + by[1]); }
    if (e.key === "Escape") editor().view.focus();
  });

  const show = (n) => {
    if (img.getAttribute("src") !== n.attrs.src) img.src = n.attrs.src;
    img.alt = n.attrs.alt;
    if (n.attrs.width) img.width = n.attrs.width;
    if (n.attrs.height) img.height = n.attrs.height;
    if (input.value !== n.attrs.alt) input.value = n.attrs.alt;
    ask(n.attrs.src);
  };
  show(node);
  input.addEventListener("input", () => editor().view.dispatch(editor().state.tr.setNodeAttribute(getPos(), "alt", input.value)));
  return {
    dom, ignoreMutation: () => true,
    update: (n) => { if (n.type.name !== "picture") return false; show(n); return true; },
    stopEvent: (e) => e.target === input || e.target === mark,
    selectNode: () => dom.classList.add("ProseMirror-selectednode"), deselectNode: () => dom.classList.remove("ProseMirror-selectednode"),
  };
}
