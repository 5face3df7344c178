// What all scripts share: the facts that the server sent, words, numbers, and setting a property.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  clientside.ict = clientside.ict || {};

  // Every callback hands over the facts; event handlers then find them here.
  ict.remember = (facts) => {
    ict.facts = facts;
  };

  const plurals = new Map();
  const plural = (n, type) => {
    const { locale } = ict.facts;
    const key = `${locale} ${type}`;
    if (!plurals.has(key)) plurals.set(key, new Intl.PluralRules(locale, { type }));
    return plurals.get(key).select(n);
  };

  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  // A word, with values filled in; `n` chooses the plural form.
  ict.words = (key, values = {}) => {
    const { words } = ict.facts;
    const form = values.n === undefined ? "" : `.${plural(values.n, "cardinal")}`;
    const text = words[key + form] ?? words[`${key}.other`] ?? words[key] ?? key;
    return fill(text, values);
  };

  // "12th of 52", by the language's rule for ordinals.
  ict.rank = (rank, n) => {
    const { words } = ict.facts;
    const text = words[`rank.${plural(rank, "ordinal")}`] ?? words["rank.other"];
    return fill(text, { rank: ict.number(rank), n: ict.number(n) });
  };

  const formats = new Map();
  ict.number = (value, decimals = 0) => {
    const { locale } = ict.facts;
    const key = `${locale} ${decimals}`;
    if (!formats.has(key)) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      const options = { useGrouping: "always", ...digits };
      formats.set(key, new Intl.NumberFormat(locale, options));
    }
    return formats.get(key).format(value);
  };

  // A value with its unit: pattern "{value}%".
  ict.value = (value, decimals, pattern) => fill(pattern, { value: ict.number(value, decimals) });

  ict.fill = fill;

  // Dash writes a pattern id into the page as JSON with sorted keys.
  ict.domId = (id) =>
    typeof id === "string" ? id : JSON.stringify(Object.fromEntries(Object.entries(id).sort()));

  ict.element = (id) => document.getElementById(ict.domId(id));

  // A Dash component as clientside callbacks return it.
  ict.html = (type, children, props = {}) => ({
    type,
    namespace: "dash_html_components",
    props: { ...props, children },
  });

  // The place of an economy in lists: the facts name them in the order of the language.
  let order;
  ict.order = (code) => {
    order ??= new Map(Object.keys(ict.facts.names).map((one, place) => [one, place]));
    return order.get(code);
  };

  // Letters that have no accent to take away, but that many write as another letter.
  const FORMS = { ة: "ه", ى: "ي", ٱ: "ا", ـ: "", ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss" };

  // Text without case and accents, for searching: "Cote d'Ivoire" finds "Côte d’Ivoire". Taking marks
  // away also makes е of ё, and a plain alef of one with hamza.
  ict.fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[ةىٱـłøđıæœß]/g, (letter) => FORMS[letter])
      .replace(/[’'ʼ`‑–-]/g, " ");

  // A page's element can be gone by the time that a late event arrives.
  ict.set = (id, props) => {
    if (ict.element(id)) clientside.set_props(id, props);
  };
})();
