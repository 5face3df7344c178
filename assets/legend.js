// The legend of the map: ranges of the classes, with the number of economies in each this year.
(() => {
  const ict = (window.ict = window.ict || {});

  const counted = (n) => ict.words("economies", { n, number: ict.number(n) });

  const key = (name, colour, text, n) =>
    ict.html(
      "Li",
      [
        ict.html("Span", null, { className: "key", style: { background: colour } }),
        ict.html("Span", text, { className: "range" }),
        ...(n === undefined
          ? []
          : [ict.html("Span", counted(n), { className: "count", "data-count": name })]),
      ],
      { className: `key-${name}`, key: name },
    );

  ict.legend = (face, shown) => {
    const pale = `color-mix(in srgb, ${face.colors.at(-2)} 55%, white)`;
    const classes = face.legend.map((text, level) =>
      key(String(level), face.colors[level], text, shown.counts[level]),
    );
    const others = [
      key("filled", pale, ict.words("filled"), shown.filled),
      key("none", "var(--no-data)", ict.words("no_data"), shown.none),
      key("neutral", "var(--neutral)", ict.words("neutral")),
    ];
    return [
      ict.html("Ul", classes, { className: "classes" }),
      ict.html("Ul", others, { className: "others" }),
    ];
  };

  // Only the numbers, while years pass.
  ict.count = (face, shown) => {
    const counts = { none: shown.none, filled: shown.filled };
    for (const element of document.querySelectorAll("[data-count]")) {
      const name = element.dataset.count;
      const text = counted(counts[name] ?? shown.counts[Number(name)] ?? 0);
      if (element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text;
    }
  };
})();
