// What every page of the desk needs of a script: nothing without which it
// would not work.

// A form that was sent is not sent twice.
document.addEventListener("submit", (e) => {
  const form = e.target;
  if (form.dataset.sent) { e.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 5000);
});

// Where a form asks to be sure, the browser asks.
document.addEventListener("click", (e) => {
  const b = e.target.closest("button[data-sure]");
  if (b && !confirm(b.dataset.sure)) e.preventDefault();
});
