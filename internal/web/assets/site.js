// Comfort for article pages: choosing a fact shows its sentence, choosing a
// sentence shows its facts. Without this script the same links do the same
// by :target. Nothing here asks the network for anything.
const story = document.querySelector(".story .body");
const facts = document.querySelector(".facts");

if (story && facts) {
  const wide = matchMedia("(min-width: 64rem)");
  const groupOf = (el) => {
    const name = [...el.classList].find((c) => /^g\d+$/.test(c));
    return name && document.getElementById(name);
  };
  const marksOf = (group) => [...story.querySelectorAll("mark." + group.id)];
  let from = null; // the link to give the focus back to

  function choose(group, sheet) {
    for (const el of document.querySelectorAll(".on")) el.classList.remove("on", "sheet");
    if (!group) return;
    group.classList.add("on");
    if (sheet) group.classList.add("sheet");
    for (const m of marksOf(group)) m.classList.add("on");
  }

  function showFacts(group, link) {
    from = link;
    choose(group, !wide.matches);
    history.replaceState(null, "", "#" + group.id);
    if (wide.matches) group.scrollIntoView({ block: "nearest" });
    group.tabIndex = -1;
    group.focus({ preventScroll: true });
  }

  function showSentence(group, id) {
    choose(group, false);
    history.replaceState(null, "", "#" + id);
    document.getElementById(id).scrollIntoView({ block: "center" });
  }

  function close() {
    const open = document.querySelector(".group.sheet");
    if (!open) return;
    choose(null);
    if (from) from.focus({ preventScroll: true });
  }

  story.addEventListener("click", (e) => {
    const link = e.target.closest("a");
    if (link && !link.classList.contains("ref")) return; // the text's own links
    if (!link && String(getSelection())) return; // somebody selects words
    const mark = e.target.closest("mark");
    const group = link ? document.querySelector(link.hash) : mark && groupOf(mark);
    if (!group) return close();
    e.preventDefault();
    showFacts(group, link || story.querySelector('a.ref[href="#' + group.id + '"]'));
  });

  facts.addEventListener("click", (e) => {
    const group = e.target.closest(".group");
    const link = e.target.closest("a");
    if (!group || (link && !link.hash.startsWith("#s"))) return;
    if (!link && String(getSelection())) return;
    const id = (link || group.querySelector(".n")).hash.slice(1);
    if (!document.getElementById(id)) return;
    e.preventDefault();
    showSentence(group, id);
  });

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") close();
  });

  const arrived = () => {
    const el = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (el) choose(el.matches("mark") ? groupOf(el) : el.closest(".group"), false);
  };
  addEventListener("hashchange", arrived);
  arrived();
}
