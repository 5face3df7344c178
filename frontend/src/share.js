// The share menu of a figure.
import { faceAddress, here, pageAddress } from "./addresses.js";
import { citations } from "./citations.js";
import { slideOf } from "./decks.js";
import { isOpen, make, met, needed, query, queryAll, setOpen } from "./elements.js";
import { json } from "./faces.js";
import { facts, isTold } from "./facts.js";
import { present } from "./present.js";
import { programs } from "./programs.js";
import { addToTray } from "./tray.js";
import { viewNow } from "./view.js";
import { words } from "./words.js";

/** @import { Face } from "./types.js" */
/** @typedef {HTMLElement} Menu */

// What can be downloaded to show, and as data; the description has a name in words.
const PICTURES = { png: "PNG", svg: "SVG", pptx: "PowerPoint", html: "HTML" };
const DATA = {
  xlsx: "Excel",
  csv: "CSV",
  "sdmx.csv": "SDMX-CSV",
  parquet: "Parquet",
  json: "JSON",
  "metadata.json": "",
};

const STYLES = { text: "cite_text", bibtex: "cite_bibtex", ris: "cite_ris" };

/** @param {Menu} menu */
const chartOf = (menu) => String(menu.dataset.chart);

/** @param {Menu} menu */
const viewOf = ({ dataset }) => ({
  ...viewNow(),
  ...Object.fromEntries(new URLSearchParams(dataset.of)),
});

/** @param {Menu} menu */
const freezer = (menu) => /** @type {HTMLInputElement | null} */ (query(".share-freeze", menu));

/**
 * With "freeze" the address names the data version, so that it never shows other numbers.
 * @param {Menu} menu
 * @param {string} address
 */
const versioned = (menu, address) => {
  const url = new URL(address, location.href);
  if (freezer(menu)?.checked) url.searchParams.set("v", viewNow().v || facts().version);
  else url.searchParams.delete("v");
  return url.href.replaceAll("%7E", "~").replaceAll("%2C", ",");
};

/**
 * @param {Menu} menu
 * @param {string} face
 */
const fileOf = (menu, face) =>
  versioned(menu, faceAddress(chartOf(menu), viewOf(menu), face) + lookOf(menu, face));

// What the server calls the sizes and colours of pictures, the usual ones first.
const SIZES = {
  page: "size_page",
  slide: "size_slide",
  square: "size_square",
  og: "size_og",
  print: "size_print",
};
const LOOKS = { light: "look_light", dark: "look_dark", print: "look_print" };

/**
 * The part of a picture's address that says how it looks; what is usual is left out.
 * @param {Menu} menu
 * @param {string} face
 */
const lookOf = (menu, face) =>
  face in { png: 0, svg: 0 }
    ? queryAll("select", menu)
        .map((one) => /** @type {HTMLSelectElement} */ (one))
        .map(({ name, value, selectedIndex }) => (selectedIndex > 0 ? `&${name}=${value}` : ""))
        .join("")
    : "";

/** @param {Menu} menu */
const pageOf = (menu) => versioned(menu, pageAddress(here(), viewNow()));

/** @param {Menu} menu */
const frameOf = (menu) =>
  versioned(menu, pageAddress(`/embed/${chartOf(menu)}`, { ...viewOf(menu), lang: facts().lang }));

// An embed fits any height; where the page around it may run a script, the frame takes the height
// that its embed would like.
const FOLLOW =
  '<script>addEventListener("message",({data:d,source:s})=>{if(d&&d.type==="ict-embed-height")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===s)f.height=d.height})</script>';

/** @param {Menu} menu */
const embedOf = (menu) => {
  const address = frameOf(menu);
  const title = textOf(menu, ".figure-title").replaceAll('"', "&quot;");
  return `<iframe src="${address.replaceAll("&", "&amp;")}" title="${title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>${FOLLOW}`;
};

/** @param {Menu} menu */
const figureOf = (menu) => /** @type {HTMLElement} */ (menu.closest("figure"));

/**
 * @param {Menu} menu
 * @param {string} part
 */
const textOf = (menu, part) => String(needed(part, figureOf(menu)).textContent);

/**
 * @param {Menu} menu
 * @param {string} style
 */
const cited = async (menu, style) => {
  /** @type {Face} */
  const { passport } = await json(faceAddress(chartOf(menu), viewOf(menu)));
  return citations[style]({
    chart: chartOf(menu),
    title: textOf(menu, ".figure-title"),
    page: pageOf(menu),
    passport,
    date: new Date().toISOString().slice(0, 10),
  });
};

/**
 * @param {Menu} menu
 * @param {string} text
 */
const tell = (menu, text) => {
  needed(".share-told", menu).textContent = text;
};

/**
 * @param {Menu} menu
 * @param {() => Promise<void>} act
 */
const copied = async (menu, act) => {
  try {
    await act();
    tell(menu, words("copied"));
  } catch {
    tell(menu, words("not_copied"));
  }
};

/**
 * @param {Menu} menu
 * @param {() => string | Promise<string>} made
 */
const copy = (menu, made) =>
  copied(menu, async () => navigator.clipboard.writeText(await made()));

/** @param {Menu} menu */
const copyImage = (menu) =>
  copied(menu, () => {
    const picture = fetch(fileOf(menu, "png")).then((answer) => answer.blob());
    return navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
  });

/**
 * @param {string} word
 * @param {() => unknown} act
 */
const button = (word, act) =>
  make("button", { type: "button", textContent: words(word), onclick: act });

/**
 * @param {string} word
 * @param {...HTMLElement} parts
 */
const row = (word, ...parts) =>
  make("div", { className: "share-row" }, make("span", { textContent: words(word) }), ...parts);

/**
 * Only charts whose rows are observations of places have SDMX-CSV.
 * @param {Menu} menu
 * @param {Record<string, string>} faces
 */
const downloads = (menu, faces) =>
  Object.entries(faces)
    .filter(([face]) => face !== "sdmx.csv" || "observed" in menu.dataset)
    .map(([face, name]) => {
      const link = make("a", { textContent: name || words("metadata"), href: fileOf(menu, face) });
      link.dataset.face = face;
      link.download = `${chartOf(menu)}.${face}`;
      return link;
    });

/**
 * @param {Menu} menu
 * @param {string} name of the parameter
 * @param {string} word what is chosen
 * @param {[string, string][]} options
 */
const choice = (menu, name, word, options) =>
  make(
    "select",
    { name, ariaLabel: words(word), className: "form-select", onchange: () => refresh(menu) },
    ...options.map(([value, textContent]) => make("option", { value, textContent })),
  );

/** @param {string} size */
const pixels = (size) => `\u2066${facts().sizes[size].join(" × ")}\u2069`;

/** @param {Menu} menu */
const looks = (menu) => [
  choice(
    menu,
    "size",
    "picture_size",
    Object.entries(SIZES).map(([size, word]) => [
      size,
      // The usual one is asked for without a size, and grows with its rows.
      size === "page" ? words(word) : `${words(word)} · ${pixels(size)}`,
    ]),
  ),
  choice(menu, "theme", "picture_look", Object.entries(LOOKS).map(([look, word]) => [look, words(word)])),
];

/** @param {Menu} menu */
const add = (menu) => {
  // What is highlighted belongs to the slide.
  const slide = slideOf(chartOf(menu), viewOf(menu));
  tell(menu, addToTray(slide, textOf(menu, ".figure-title")));
};

/**
 * The code is shown and copied; its address is frozen, so that a program never gets other numbers.
 * @param {Menu} menu
 */
const uses = (menu) =>
  Object.entries(programs).map(([name, codeFor]) =>
    make("button", {
      type: "button",
      textContent: name,
      onclick: () => {
        const { href } = new URL(faceAddress(chartOf(menu), viewOf(menu), "csv"), location.href);
        const code = needed(".share-code", menu);
        code.textContent = codeFor(href, chartOf(menu));
        code.hidden = false;
        copy(menu, () => String(code.textContent));
      },
    }),
  );

/** @param {Menu} menu */
const filled = (menu) => [
  row(
    "copy",
    button("copy_link", () => copy(menu, () => pageOf(menu))),
    button("copy_embed", () => copy(menu, () => embedOf(menu))),
    button("copy_image", () => copyImage(menu)),
    button("copy_sentence", () => copy(menu, () => textOf(menu, ".figure-sentence"))),
  ),
  row("frame", make("code", { className: "share-frame", textContent: frameOf(menu) })),
  row("download", ...downloads(menu, PICTURES)),
  row("picture", ...looks(menu)),
  row("data", ...downloads(menu, DATA)),
  row("use", ...uses(menu)),
  make("pre", { className: "share-code", dir: "ltr", tabIndex: 0, hidden: true }),
  row(
    "cite",
    ...Object.entries(STYLES).map(([style, word]) =>
      button(word, () => copy(menu, () => cited(menu, style))),
    ),
  ),
  row(
    "slides",
    button("tray_add", () => add(menu)),
    button("present", () => present(figureOf(menu))),
  ),
  make(
    "label",
    { className: "share-row" },
    make("input", { type: "checkbox", className: "share-freeze", onchange: () => refresh(menu) }),
    words("freeze"),
  ),
  make("p", { className: "share-told", role: "status" }),
];

/** @param {Menu} menu */
const refresh = (menu) => {
  for (const link of queryAll("a[data-face]", menu)) {
    link.setAttribute("href", fileOf(menu, String(link.dataset.face)));
  }
  needed(".share-frame", menu).textContent = frameOf(menu);
};

// Filled when it is opened, for the view that then is.
document.addEventListener(
  "toggle",
  ({ target }) => {
    const menu = /** @type {HTMLElement} */ (target);
    if (!menu.matches?.("details.share") || !isOpen(menu) || !isTold()) return;
    const wasFrozen = freezer(menu)?.checked;
    needed(".share-panel", menu).replaceChildren(...filled(menu));
    const box = freezer(menu);
    if (box) box.checked = wasFrozen ?? Boolean(viewNow().v);
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const menu = met(event, "details.share[open]");
  if (event.key !== "Escape" || !menu) return;
  setOpen(menu, false);
  query("summary", menu)?.focus();
});
