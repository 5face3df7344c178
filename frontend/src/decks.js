// Decks of slides: of the tray, and of a whole page by one button.
import { faceAddress, rooted } from "./addresses.js";
import { make, met } from "./elements.js";
import { isTold } from "./facts.js";
import { viewNow } from "./view.js";

/** @import { View } from "./types.js" */

/**
 * A view of a chart as decks and the tray name it: "trend?indicator=fixed-broadband&lang=fr", with
 * what a copy depends on; its data version where the page is frozen.
 * @param {string} chart
 * @param {View} view
 */
export const slideOf = (chart, view) => {
  const { search } = new URL(faceAddress(chart, view, "svg"), location.href);
  return `${chart}${view.v ? search : search.replace(/&?v=[0-9a-f]+/, "")}`;
};

/**
 * A form of the browser: the answer is a file, and the page stays.
 * @param {string[]} views
 * @param {string} [name]
 */
export const download = (views, name = "") => {
  const fields = [...views.map((value) => ({ name: "view", value })), { name: "name", value: name }];
  const inputs = fields.map((field) => make("input", { type: "hidden", ...field }));
  const form = make("form", { method: "post", action: rooted("/deck.pptx"), hidden: true }, ...inputs);
  document.body.append(form);
  form.submit();
  form.remove();
};

document.addEventListener("click", (event) => {
  const button = met(event, ".page-deck");
  if (!button || !isTold()) return;
  const slides = String(button.dataset.slides).split(" ");
  download(
    slides.map((slide) => {
      const [chart, held] = slide.split("?");
      return slideOf(chart, { ...viewNow(), ...Object.fromEntries(new URLSearchParams(held)) });
    }),
  );
});
