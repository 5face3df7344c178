// The room pack: a page of four views, and its files. The view is what stands behind # in the address.
(() => {
  const ict = window.ict;
  const { ict: callbacks } = window.dash_clientside;
  const { facts, room } = JSON.parse(document.querySelector(".contents").textContent);
  const defaults = Object.fromEntries(facts.parameters);
  const waiting = new Map();
  const kept = new Map();

  ict.remember(facts);

  // Files are scripts, for a page that was opened from a disk may run them and not read them.
  ict.hand = (name, contents) => waiting.get(name)?.(contents);

  const load = (name) => {
    if (!kept.has(name)) {
      kept.set(
        name,
        new Promise((resolve, reject) => {
          waiting.set(name, resolve);
          const script = document.createElement("script");
          script.src = `../files/${name}.js`;
          script.onerror = () => {
            kept.delete(name);
            reject(new Error(ict.words("failed")));
          };
          document.head.append(script);
        }),
      );
    }
    return kept.get(name);
  };

  const indicatorOf = ({ indicator }) => room.indicators.find(({ id }) => id === indicator);

  const lines = async (view) => {
    const place = room.indicators.indexOf(indicatorOf(view));
    const found = await Promise.all(
      ict.economies(view).map(async (code) => {
        const line = (await load(`economies/${code}`))[place];
        return line?.values.length ? [{ name: facts.names[code], line: { ...line, code } }] : [];
      }),
    );
    return found.flat();
  };

  // "/view/gap.json?scheme=income": of the file of the indicator, the gap by this comparison.
  ict.faceOf = async (address) => {
    const { pathname, searchParams } = new URL(address, "file:///");
    const [chart] = pathname.split("/").at(-1).split(".");
    const view = { ...defaults, ...Object.fromEntries(searchParams) };
    const faces = await load(`${facts.lang}/${view.indicator}`);
    if (chart === "map") return faces.map;
    const face = faces[chart][view.scheme];
    if (chart === "gap") return face;
    return ict.lined(face, indicatorOf(view), await lines(view), room.colours, room.words.points);
  };

  const allowed = {
    page: room.pages,
    indicator: room.indicators.map(({ id }) => id),
    scheme: room.schemes,
  };

  // What cannot be read is left at its default.
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const view = { ...defaults };
    for (const [name, values] of Object.entries(allowed)) {
      if (values.includes(given.get(name))) view[name] = given.get(name);
    }
    if (/^\d{4}$/.test(given.get("year"))) view.year = given.get("year");
    const codes = (given.get("economies") ?? "").split("~").filter((code) => code in facts.names);
    view.economies = [...new Set(codes)].slice(0, facts.most).join("~");
    return view;
  };

  const all = (selector) => document.querySelectorAll(selector);

  const frame = (view) => {
    const query = ict.query(view);
    history.replaceState(null, "", `#${query}`);
    for (const element of all("[data-on]")) element.hidden = !element.dataset.on.split(" ").includes(view.page);
    for (const link of all("[data-page]")) {
      link.href = `#${ict.query({ ...view, page: link.dataset.page })}`;
      if (link.dataset.page === view.page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const link of all("[data-language]")) link.href = `${link.dataset.language}#${query}`;
    for (const select of all("[data-choose]")) select.value = view[select.dataset.choose];
    const [first = ""] = ict.economies(view);
    document.querySelector("[data-choose=economies]").value = view.page === "economy" ? first : "";
  };

  const chips = (view) => {
    const made = ict.economies(view).map((code) => {
      const button = document.createElement("button");
      const item = document.createElement("li");
      button.type = "button";
      button.className = "chip";
      button.dataset.code = code;
      button.textContent = `${facts.names[code]} ×`;
      button.setAttribute("aria-label", ict.words("remove", { name: facts.names[code] }));
      item.append(button);
      return item;
    });
    document.querySelector(".chips").replaceChildren(...made);
  };

  const economy = async (view) => {
    const [code] = ict.economies(view);
    const listed = code ? await load(`economies/${code}`) : undefined;
    const table = document.querySelector(".room-scorecard");
    for (const body of [...table.tBodies]) body.remove();
    table.closest(".data-scroll").hidden = !listed;
    document.querySelector(".room-economy").textContent = facts.names[code] ?? room.words.choose;
    const notes = (room.notes[code] ?? []).map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    });
    document.querySelector(".room-notes").replaceChildren(...notes);
    if (listed) table.append(...ict.scorecard(room, listed));
  };

  const shown = {
    map: async (view) => {
      await ict.showChart("map", view);
      await callbacks.table(view, "", facts);
    },
    trends: (view) => ict.showChart("trend", view),
    gap: (view) => ict.showChart("gap", view),
    economy,
  };

  // What the page shows names the tab.
  const named = () =>
    [...all("h2")].find((title) => title.textContent && title.offsetParent)?.textContent;

  ict.show = async (view) => {
    ict.view = view;
    frame(view);
    chips(view);
    await shown[view.page](view);
    ict.nameTab(named());
  };

  const chooseEconomy = (code) => {
    const { view } = ict;
    if (view.page !== "economy") return ict.toggled(view, code);
    const others = ict.economies(view).filter((other) => other !== code);
    return { ...view, economies: [code, ...others].filter(Boolean).slice(0, facts.most).join("~") };
  };

  document.addEventListener("change", ({ target }) => {
    const { choose } = target.dataset;
    if (choose === "economies" && target.value) ict.show(chooseEconomy(target.value));
    else if (choose) ict.change({ [choose]: target.value });
  });

  document.addEventListener("click", ({ target }) => {
    const { code, indicator } = target.closest("[data-code], [data-indicator]")?.dataset ?? {};
    if (code) ict.change({ economies: ict.toggled(ict.view, code).economies });
    if (indicator) {
      ict.change({ indicator, page: "trends" });
      scrollTo({ top: 0 });
    }
  });

  addEventListener("hashchange", () => ict.show(read()));

  const names = Object.entries(facts.names).sort(([, a], [, b]) => a.localeCompare(b, facts.locale));
  for (const [code, name] of names) document.querySelector("[data-choose=economies]").append(new Option(name, code));

  // The shapes come after this script.
  addEventListener("load", () => ict.show(read()));
})();
