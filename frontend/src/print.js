// On paper a figure is the server's picture of it, whole, with the address of the page; the browser
// would cut the plot that fits its window.
import { faceAddress, here, pageAddress } from "./addresses.js";
import { make, query, queryAll } from "./elements.js";
import { facts, isTold } from "./facts.js";
import { viewNow } from "./view.js";

// About as many pixels as paper is wide, so that letters keep their size.
const WIDTH = 700;
const USUAL = 360;
// A figure of many rows has a page of its own.
const ROWS = 900;
const HIGHEST = 680;

/**
 * Printing waits for no answer, so this one is waited for.
 * @param {string} address
 */
const fetched = (address) => {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.send();
  if (request.status !== 200) throw new Error(address);
  return request.responseText;
};

/** @param {HTMLElement} figure */
const onPaper = (figure) => {
  const menu = query(".share", figure);
  const box = query(".figure-box", figure);
  if (!menu || !box) return;
  const { chart = "", of } = menu.dataset;
  const view = { ...viewNow(), ...Object.fromEntries(new URLSearchParams(of)) };
  const height = box.clientHeight > ROWS ? HIGHEST : USUAL;
  const drawn = make("div", { className: "figure-printed" });
  try {
    drawn.innerHTML = fetched(
      `${faceAddress(chart, view, "preview")}&width=${WIDTH}&height=${height}`,
    );
  } catch {
    return; // without the server the plot is printed as it is on the screen
  }
  box.append(drawn);
  const page = pageAddress(here(), { ...viewNow(), lang: facts().lang });
  const textContent = new URL(page, location.href).href;
  figure.append(make("p", { className: "figure-printed figure-link", textContent }));
};

addEventListener("beforeprint", () => {
  if (isTold()) queryAll("figure.figure").forEach(onPaper);
});

addEventListener("afterprint", () => {
  for (const one of queryAll(".figure-printed")) one.remove();
});
