// Pickers: the searchable lists of indicators, regions and economies, filled when first opened.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  ict.choices = () =>
    ict.json(`/choices.json?lang=${ict.facts.lang}&v=${ict.facts.version}`);

  const opened = (name) => document.querySelector(`details.picker-${name}`);

  ict.closePicker = (name) => {
    const picker = opened(name);
    if (!picker?.open) return;
    picker.open = false;
    picker.querySelector("summary").focus();
  };

  const button = (name, [value, text], chosen) =>
    ict.html(
      "Li",
      ict.html("Button", text, {
        id: { choose: name, value },
        className: "picker-option",
        type: "button",
        "aria-pressed": String(chosen.includes(value)),
      }),
    );

  // Every word of the search must occur, in the name or in the further terms of an item.
  const found = (groups, search) => {
    const wanted = ict.fold(search || "").split(/\s+/).filter(Boolean);
    if (!wanted.length) return groups;
    const matches = ([, text, terms], label) => {
      const folded = ict.fold(`${text} ${terms || ""} ${label || ""}`);
      return wanted.every((word) => folded.includes(word));
    };
    return groups
      .map(({ label, items }) => ({ label, items: items.filter((i) => matches(i, label)) }))
      .filter(({ items }) => items.length);
  };

  // The search of the header leads somewhere, with the rest of the view as it is.
  const SECTIONS = {
    page: ["found_page"],
    indicator: ["found_indicator", "/map"],
    region: ["found_region", "/region"],
    economies: ["found_economies", "/economy"],
  };
  const MOST_FOUND = 8;

  // "UK" is the United Kingdom before it is Ukraine: whole words first, then beginnings of words.
  const nearest = (search) => {
    const wanted = ict.fold(search || "").trim();
    const distance = ([, text, terms]) => {
      const folded = ` ${ict.fold(`${text} ${terms || ""}`)} `;
      return folded.includes(` ${wanted} `) ? 0 : folded.includes(` ${wanted}`) ? 1 : 2;
    };
    return (a, b) => distance(a) - distance(b);
  };

  const destinations = (choices, view, search) =>
    Object.entries(SECTIONS).flatMap(([kind, [label, path]]) => {
      if (!search && kind !== "page") return [];
      const items = found(choices[kind], search).flatMap((group) => group.items).sort(nearest(search));
      const seen = new Map(items.map((item) => [item[0], item]));
      const links = [...seen.values()].slice(0, MOST_FOUND).map(([value, text]) => {
        const change = path ? { [kind]: value } : {};
        return [ict.pageAddress(path ?? value, { ...view, ...change }), text];
      });
      return links.length ? [{ label: ict.words(label), items: links }] : [];
    });

  const link = ([href, text]) =>
    ict.html("Li", {
      type: "Link",
      namespace: "dash_core_components",
      props: { href, children: text, className: "picker-option" },
    });

  const listed = ({ label, items }) =>
    ict.html("Div", [
      ict.html("P", label, { className: "picker-theme" }),
      ict.html("Ul", items.map(link)),
    ]);

  const group = (name, { label, items }, chosen) =>
    ict.html("Div", [
      ...(label ? [ict.html("P", label, { className: "picker-theme" })] : []),
      ict.html(
        "Ul",
        items.map((item) => button(name, item, chosen)),
      ),
    ]);

  const current = (name, view, groups) =>
    groups.flatMap(({ items }) => items).find(([value]) => value === view[name])?.[1];

  // The list is built anew when the choice changes; the keyboard stays where it was.
  const keepFocus = (picker) => {
    const active = document.activeElement;
    if (!active?.matches(".picker-option") || !picker?.contains(active)) return;
    setTimeout(() => document.getElementById(active.id)?.focus(), 50);
  };

  callbacks.options = async (_clicks, search, view, id, facts) => {
    ict.remember(facts);
    const name = id.picker;
    const asked = clientside.callback_context.triggered.some(({ prop_id: property, value }) =>
      property.endsWith(".n_clicks") && value,
    );
    if (!asked && !opened(name)?.open) return clientside.no_update;
    let choices;
    try {
      choices = await ict.choices();
    } catch (error) {
      return ict.html("P", error.message, { className: "picker-none" });
    }
    const kind = name === "economy" ? "economies" : name;
    const groups = name === "go" ? destinations(choices, view, search) : choices[kind];
    const first = name === "economy" ? ict.economies(view)[0] : view[name];
    const chosen = name === "economies" ? ict.economies(view) : [first];
    keepFocus(opened(name));
    const left = name === "go" ? groups : found(groups, search);
    if (!left.length) return ict.html("P", ict.words("no_match"), { className: "picker-none" });
    return left.map((one) => (name === "go" ? listed(one) : group(name, one, chosen)));
  };

  // The button's text follows the view; before the first choice the server has written it.
  callbacks.chosen = async (view, before, id, facts) => {
    ict.remember(facts);
    const name = id.picker;
    if (name === "economies" || name === "economy") return clientside.no_update;
    if (!ict.choicesWanted) return clientside.no_update;
    return current(name, view, (await ict.choices())[name]) ?? before;
  };

  // One panel at a time; Escape and a click elsewhere close it; opening puts the cursor in it.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!target.matches?.("details.picker") || !target.open) return;
      ict.choicesWanted = true;
      for (const other of document.querySelectorAll("details.picker[open]")) {
        if (other !== target) other.open = false;
      }
      if (matchMedia("(pointer: fine)").matches) target.querySelector("input")?.focus();
    },
    true,
  );

  document.addEventListener("click", ({ target }) => {
    for (const picker of document.querySelectorAll("details.picker[open], details.menu[open]")) {
      const outside = target.isConnected && !picker.contains(target);
      if (outside || (picker.matches(".menu, .picker-go") && target.matches("a"))) picker.open = false;
    }
  });

  // "/" opens the search, wherever the reader is not writing.
  document.addEventListener("keydown", (event) => {
    const search = opened("go");
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || !search) return;
    event.preventDefault();
    if (!search.open) search.querySelector("summary").click();
    search.querySelector("input").focus();
  });

  // The arrow keys walk through the options, from the search field on.
  document.addEventListener("keydown", (event) => {
    // An option that was just chosen may be gone, and the focus with it: the open panel still listens.
    const isLost = event.target === document.body;
    const open = "details.picker[open]";
    const picker = isLost ? document.querySelector(open) : event.target.closest?.(open);
    if (!picker) return;
    if (event.key === "Escape") {
      picker.open = false;
      picker.querySelector("summary").focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [...picker.querySelectorAll("input, .picker-option")];
      const step = event.key === "ArrowDown" ? 1 : -1;
      stops[stops.indexOf(event.target) + step]?.focus();
      event.preventDefault();
    }
  });
})();
