// The room pack: a page of four views, and its files. The view is what stands behind # in the address.
import { queryOf } from "../addresses.js";
import { make, met, needed, queryAll } from "../elements.js";
import { findFaces } from "../faces.js";
import { remember } from "../facts.js";
import { table } from "../table.js";
import { nameTab } from "../tab.js";
import { change, economiesOf, toggled, viewNow } from "../view.js";
import { words } from "../words.js";
import { handed } from "./files.js";
import { lined } from "./lines.js";
import { scorecard } from "./scorecard.js";
import { show, showBy, showChart } from "./standin.js";

/** @import { Facts, View } from "../types.js" */
/** @import { Indicator, Line } from "./lines.js" */
/** @import { Room } from "./scorecard.js" */
/** @typedef {{ pages: string[], schemes: string[], colours: string[], notes: Record<string, string[]> }} Lists */
/** @typedef {{ facts: Facts, room: Room & Lists }} Contents */

/**
 * The page, from what it holds for its scripts.
 * @param {Contents} contents
 */
export const open = ({ facts, room }) => {
  remember(facts);
  findFaces((address) => faceOf(facts, room, address));
  showBy((view) => showPage(facts, room, view));
  listen(facts, () => show(read(facts, room)));
};

/**
 * @param {Room} room
 * @param {View} view
 */
const indicatorOf = ({ indicators }, view) =>
  /** @type {Indicator} */ (indicators.find(({ id }) => id === view.indicator));

/** @param {Facts} facts */
const defaultsOf = ({ parameters }) => Object.fromEntries(parameters);

/**
 * The lines of the highlighted economies.
 * @param {Facts} facts
 * @param {Room} room
 * @param {View} view
 */
const lines = async ({ names }, room, view) => {
  const place = room.indicators.indexOf(indicatorOf(room, view));
  const found = await Promise.all(
    economiesOf(view).map(async (code) => {
      /** @type {Line | null} */
      const line = (await handed(`economies/${code}`))[place];
      return line?.values.length ? [{ name: names[code], line: { ...line, code } }] : [];
    }),
  );
  return found.flat();
};

/**
 * "/view/gap.json?scheme=income": of the file of the indicator, the gap by this comparison.
 * @param {Facts} facts
 * @param {Room & Lists} room
 * @param {string} address
 */
const faceOf = async (facts, room, address) => {
  const { pathname, searchParams } = new URL(address, "file:///");
  const [chart] = String(pathname.split("/").at(-1)).split(".");
  /** @type {View} */
  const view = { ...defaultsOf(facts), ...Object.fromEntries(searchParams) };
  const faces = await handed(`${facts.lang}/${view.indicator}`);
  if (chart === "map") return faces.map;
  const face = faces[chart][view.scheme];
  if (chart === "gap") return face;
  const own = await lines(facts, room, view);
  return lined(face, indicatorOf(room, view), own, room.colours, room.words.points);
};

/**
 * The view of the address; what cannot be read is left at its default.
 * @param {Facts} facts
 * @param {Room & Lists} room
 */
const read = (facts, room) => {
  const allowed = {
    page: room.pages,
    indicator: room.indicators.map(({ id }) => id),
    scheme: room.schemes,
  };
  const given = new URLSearchParams(location.hash.slice(1));
  /** @type {View} */
  const view = defaultsOf(facts);
  for (const [name, values] of Object.entries(allowed)) {
    const value = given.get(name);
    if (value !== null && values.includes(value)) view[name] = value;
  }
  const year = given.get("year");
  if (year && /^\d{4}$/.test(year)) view.year = year;
  const codes = (given.get("economies") ?? "").split("~").filter((code) => code in facts.names);
  view.economies = [...new Set(codes)].slice(0, facts.most).join("~");
  return view;
};

/** @param {View} view */
const frame = (view) => {
  const query = queryOf(view);
  history.replaceState(null, "", `#${query}`);
  for (const part of queryAll("[data-on]")) {
    part.hidden = !String(part.dataset.on).split(" ").includes(view.page);
  }
  for (const link of queryAll("[data-page]")) {
    const page = String(link.dataset.page);
    link.setAttribute("href", `#${queryOf({ ...view, page })}`);
    if (page === view.page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const link of queryAll("[data-language]")) {
    link.setAttribute("href", `${link.dataset.language}#${query}`);
  }
  const [first = ""] = economiesOf(view);
  for (const one of queryAll("[data-choose]")) {
    const select = /** @type {HTMLSelectElement} */ (one);
    select.value = view[String(select.dataset.choose)];
    if (select.dataset.choose === "economies") select.value = view.page === "economy" ? first : "";
  }
};

/**
 * @param {Facts} facts
 * @param {View} view
 */
const chips = ({ names }, view) => {
  const made = economiesOf(view).map((code) => {
    const name = names[code];
    const button = make("button", { type: "button", className: "chip" }, `${name} ×`);
    button.dataset.code = code;
    button.setAttribute("aria-label", words("remove", { name }));
    return make("li", {}, button);
  });
  needed(".chips").replaceChildren(...made);
};

/**
 * @param {Facts} facts
 * @param {Room & Lists} room
 * @param {View} view
 */
const economy = async (facts, room, view) => {
  const [code] = economiesOf(view);
  const listed = code ? await handed(`economies/${code}`) : undefined;
  const scores = /** @type {HTMLTableElement} */ (needed(".room-scorecard"));
  for (const body of [...scores.tBodies]) body.remove();
  /** @type {HTMLElement} */ (scores.closest(".data-scroll")).hidden = !listed;
  needed(".room-economy").textContent = facts.names[code] ?? room.words.choose;
  const notes = (room.notes[code] ?? []).map((text) => make("li", {}, text));
  needed(".room-notes").replaceChildren(...notes);
  if (listed) scores.append(...scorecard(room, listed));
};

/**
 * @param {Facts} facts
 * @param {Room & Lists} room
 * @param {View} view
 */
const showPage = async (facts, room, view) => {
  frame(view);
  chips(facts, view);
  if (view.page === "map") {
    await showChart("map", view);
    await table(view, "", facts);
  } else if (view.page === "economy") await economy(facts, room, view);
  else await showChart(view.page === "gap" ? "gap" : "trend", view);
  // What the page shows names the tab.
  nameTab(queryAll("h2").find((title) => title.textContent && title.offsetParent)?.textContent ?? "");
};

/**
 * @param {Facts} facts
 * @param {string} code
 */
const chooseEconomy = ({ most }, code) => {
  const view = viewNow();
  if (view.page !== "economy") return toggled(view, code);
  const others = economiesOf(view).filter((other) => other !== code);
  return { ...view, economies: [code, ...others].filter(Boolean).slice(0, most).join("~") };
};

/**
 * @param {Facts} facts
 * @param {() => void} showRead
 */
const listen = (facts, showRead) => {
  document.addEventListener("change", ({ target }) => {
    const field = /** @type {HTMLSelectElement} */ (target);
    const { choose } = field.dataset;
    if (choose === "economies" && field.value) show(chooseEconomy(facts, field.value));
    else if (choose) change({ [choose]: field.value });
  });

  document.addEventListener("click", (event) => {
    const { code, indicator } = met(event, "[data-code], [data-indicator]")?.dataset ?? {};
    if (code) change({ economies: toggled(viewNow(), code).economies });
    if (indicator) {
      change({ indicator, page: "trends" });
      scrollTo({ top: 0 });
    }
  });

  addEventListener("hashchange", showRead);

  const names = Object.entries(facts.names);
  names.sort(([, a], [, b]) => a.localeCompare(b, facts.locale));
  const select = needed("[data-choose=economies]");
  select.append(...names.map(([code, name]) => new Option(name, code)));

  showRead();
};
