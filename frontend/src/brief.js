// The one script of a brief, which is a page without Dash: its button opens the browser's print dialog.
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(".print-now")) print();
});
