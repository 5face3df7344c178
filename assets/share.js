// The share menu of a figure, and the tray of views that become a deck of slides.
(() => {
  const ict = (window.ict = window.ict || {});

  const TRAY = "ict-tray";
  const MOST = 30;
  // What can be downloaded to show, and as data; the description has a name in words.
  const PICTURES = { png: "PNG", svg: "SVG", pptx: "PowerPoint", html: "HTML" };
  const DATA = { xlsx: "Excel", csv: "CSV", "sdmx.csv": "SDMX-CSV", parquet: "Parquet", json: "JSON", "metadata.json": "" };

  const STYLES = { text: "cite_text", bibtex: "cite_bibtex", ris: "cite_ris" };

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const viewOf = ({ dataset }) => ({
    ...ict.view,
    ...Object.fromEntries(new URLSearchParams(dataset.of)),
  });

  const isFrozen = (menu) => menu.querySelector(".share-freeze")?.checked;

  // With "freeze" the address names the data version, so that it never shows other numbers.
  const versioned = (menu, address) => {
    const url = new URL(address, location.href);
    if (isFrozen(menu)) url.searchParams.set("v", ict.view.v || ict.facts.version);
    else url.searchParams.delete("v");
    return url.href.replaceAll("%7E", "~").replaceAll("%2C", ",");
  };

  const faceOf = (menu, face) =>
    versioned(menu, ict.faceAddress(menu.dataset.chart, viewOf(menu), face));

  const pageOf = (menu) => versioned(menu, ict.pageAddress(location.pathname, ict.view));

  const embedOf = (menu) => {
    const query = ict.query({ ...viewOf(menu), lang: ict.facts.lang });
    const address = versioned(menu, `/embed/${menu.dataset.chart}?${query}`);
    const title = titleOf(menu).replaceAll('"', "&quot;");
    return `<iframe src="${address.replaceAll("&", "&amp;")}" title="${title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
  };

  const figureOf = (menu) => menu.closest("figure");
  const titleOf = (menu) => figureOf(menu).querySelector(".figure-title").textContent;
  const sentenceOf = (menu) => figureOf(menu).querySelector(".figure-sentence").textContent;

  const today = () => new Date().toISOString().slice(0, 10);

  const citations = {
    text: (menu, face) => `${face.passport.citation} ${ict.words("accessed", { date: today() })} ${pageOf(menu)}`,
    bibtex: (menu, face) =>
      [
        `@misc{ict-${menu.dataset.chart}-${face.passport.data_version.slice(0, 8)},`,
        `  title = {${titleOf(menu)}},`,
        `  author = {{${face.passport.sources.map(({ publisher }) => publisher).join("} and {")}}},`,
        `  publisher = {${ict.facts.product}},`,
        `  note = {${ict.words("version", { version: face.passport.data_version })}},`,
        `  url = {${pageOf(menu)}},`,
        `  urldate = {${today()}}`,
        "}",
      ].join("\n"),
    ris: (menu, face) =>
      [
        "TY  - DATA",
        `TI  - ${titleOf(menu)}`,
        ...face.passport.sources.map(({ publisher }) => `AU  - ${publisher}`),
        `PB  - ${ict.facts.product}`,
        `ET  - ${face.passport.data_version}`,
        `UR  - ${pageOf(menu)}`,
        `Y2  - ${today()}`,
        "ER  - ",
      ].join("\n"),
  };

  const cited = async (menu, style) => {
    const face = await ict.json(ict.faceAddress(menu.dataset.chart, viewOf(menu)));
    return citations[style](menu, face);
  };

  const tell = (menu, text) => {
    menu.querySelector(".share-told").textContent = text;
  };

  const copy = async (menu, made) => {
    try {
      await navigator.clipboard.writeText(await made());
      tell(menu, ict.words("copied"));
    } catch {
      tell(menu, ict.words("not_copied"));
    }
  };

  const copyImage = async (menu) => {
    try {
      const picture = fetch(faceOf(menu, "png")).then((answer) => answer.blob());
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      tell(menu, ict.words("copied"));
    } catch {
      tell(menu, ict.words("not_copied"));
    }
  };

  const button = (text, act) => make("button", { type: "button", textContent: text, onclick: act });

  const row = (label, ...parts) =>
    make("div", { className: "share-row" }, make("span", { textContent: label }), ...parts);

  // Only charts whose rows are observations of places have SDMX-CSV.
  const downloads = (menu, faces) =>
    Object.entries(faces)
      .filter(([face]) => face !== "sdmx.csv" || "observed" in menu.dataset)
      .map(([face, name]) => {
        const link = make("a", { textContent: name || ict.words("metadata"), href: faceOf(menu, face) });
        link.dataset.face = face;
        link.download = `${menu.dataset.chart}.${face}`;
        return link;
      });

  const filled = (menu) => [
    row(
      ict.words("copy"),
      button(ict.words("copy_link"), () => copy(menu, () => pageOf(menu))),
      button(ict.words("copy_embed"), () => copy(menu, () => embedOf(menu))),
      button(ict.words("copy_image"), () => copyImage(menu)),
      button(ict.words("copy_sentence"), () => copy(menu, () => sentenceOf(menu))),
    ),
    row(ict.words("download"), ...downloads(menu, PICTURES)),
    row(ict.words("data"), ...downloads(menu, DATA)),
    row(
      ict.words("cite"),
      ...Object.entries(STYLES).map(([style, word]) =>
        button(ict.words(word), () => copy(menu, () => cited(menu, style))),
      ),
    ),
    row(
      ict.words("slides"),
      button(ict.words("tray_add"), () => add(menu)),
      button(ict.words("present"), () => ict.present(figureOf(menu))),
    ),
    make(
      "label",
      { className: "share-row" },
      make("input", {
        type: "checkbox",
        className: "share-freeze",
        onchange: () => refresh(menu),
      }),
      ict.words("freeze"),
    ),
    make("p", { className: "share-told", role: "status" }),
  ];

  const refresh = (menu) => {
    for (const link of menu.querySelectorAll("a[data-face]")) link.href = faceOf(menu, link.dataset.face);
  };

  // Filled when it is opened, for the view that then is.
  document.addEventListener(
    "toggle",
    ({ target: menu }) => {
      if (!menu.matches?.("details.share") || !menu.open || !ict.facts) return;
      const wasFrozen = isFrozen(menu);
      menu.querySelector(".share-panel").replaceChildren(...filled(menu));
      menu.querySelector(".share-freeze").checked = wasFrozen ?? Boolean(ict.view.v);
    },
    true,
  );

  document.addEventListener("keydown", ({ key, target }) => {
    const menu = target.closest?.("details.share[open]");
    if (key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(TRAY)) ?? [];
    } catch {
      return [];
    }
  };

  const store = (views) => {
    try {
      localStorage.setItem(TRAY, JSON.stringify(views));
    } catch {
      // A browser that keeps nothing still has the tray of this page.
    }
    showTray(views);
  };

  const add = (menu) => {
    const { search } = new URL(faceOf(menu, "json"));
    const query = ict.view.v ? search : search.replace(/&?v=[0-9a-f]+/, "");
    const views = [...new Set([...stored(), `${menu.dataset.chart}${query}`])].slice(-MOST);
    store(views);
    tell(menu, ict.words("tray_count", { n: views.length, number: ict.number(views.length) }));
  };

  // A form of the browser: the answer is a file, and the page stays.
  const deck = (views) => {
    const fields = views.map((value) => make("input", { type: "hidden", name: "view", value }));
    const form = make("form", { method: "post", action: "/deck.pptx", hidden: true }, ...fields);
    document.body.append(form);
    form.submit();
    form.remove();
  };

  const showTray = (views) => {
    document.querySelector(".tray")?.remove();
    if (!views.length || !ict.facts || location.pathname.startsWith("/embed/")) return;
    const count = ict.words("tray_count", { n: views.length, number: ict.number(views.length) });
    document.body.append(
      make(
        "aside",
        { className: "tray", ariaLabel: ict.words("slides") },
        make("span", { textContent: count }),
        button(ict.words("tray_deck"), () => deck(views)),
        button(ict.words("present"), () => ict.present()),
        button(ict.words("tray_empty"), () => store([])),
      ),
    );
  };

  ict.tray = stored;
  ict.showTray = () => showTray(stored());
})();
