// The button of the brief opens the browser's own print dialog.
import { met } from "./elements.js";

document.addEventListener("click", (event) => {
  if (met(event, ".print-now")) print();
});
