// The button of the brief opens the browser's own print dialog.
document.addEventListener("click", ({ target }) => {
  if (target.closest?.(".print-now")) print();
});
