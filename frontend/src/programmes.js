// The register of programmes: the field above the table leaves the rows that have all its words.
import { met, queryAll } from "./elements.js";
import { finds } from "./fold.js";

document.addEventListener("input", (event) => {
  if (!met(event, ".register-search")) return;
  const isWanted = finds(/** @type {HTMLInputElement} */ (event.target).value);
  for (const row of queryAll(".register tbody tr")) {
    row.hidden = !isWanted(`${row.textContent} ${row.dataset.search ?? ""}`);
  }
});
