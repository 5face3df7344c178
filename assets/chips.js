// Chips: the highlighted economies by name, each with a button that takes it away.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const chip = (iso3, name) =>
    ict.html(
      "Li",
      ict.html("Button", [ict.html("Span", name), ict.html("Span", "×", { "aria-hidden": "true" })], {
        id: { choose: "chips", value: iso3 },
        className: "chip",
        type: "button",
        title: ict.words("remove", { name }),
        "aria-label": ict.words("remove", { name }),
      }),
      { key: iso3 },
    );

  const full = () => {
    const number = ict.number(ict.facts.most);
    return ict.html("Li", ict.words("most", { number }), { className: "chips-full", key: "full" });
  };

  callbacks.chips = async (view, facts) => {
    ict.remember(facts);
    const codes = ict.economies(view);
    if (!codes.length) return [];
    try {
      const items = (await ict.choices()).economies.flatMap(({ items }) => items);
      const names = new Map(items.map(([iso3, name]) => [iso3, name]));
      const chips = codes.map((iso3) => chip(iso3, names.get(iso3) ?? iso3));
      return codes.length < facts.most ? chips : [...chips, full()];
    } catch {
      return codes.map((iso3) => chip(iso3, iso3));
    }
  };
})();
