// What does not fit on the page as it is: text that is cut off, words that are broken, controls that cover each other, and
// a page that is wider than its screen. Returns sentences; none is good.
() => {
  const SLACK = 1.5;
  const name = (element) => {
    const kind = element.className?.baseVal ?? element.className ?? "";
    return `${element.localName}.${String(kind).trim().replaceAll(/\s+/g, ".")} "${element.textContent.trim().slice(0, 40)}"`;
  };
  // Clipped to nothing: on a phone the question of a page with charts, say.
  const isClipped = (element) => element && getComputedStyle(element).clipPath !== "none";
  const isHeard = (element) =>
    element.closest(".visually-hidden, .page-embed .page-head, .page:has(.brief) > .page-head, .skip-link") ||
    isClipped(element.closest(".page-question, .panel-trend .figure-sentence"));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !isHeard(element);

  const sticksOut = (inner, outer) =>
    inner.left < outer.left - SLACK ||
    inner.right > outer.right + SLACK ||
    inner.top < outer.top - SLACK ||
    inner.bottom > outer.bottom + SLACK;

  // The nearest box that cuts its content off without letting the reader scroll to it.
  const cutting = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX + overflowY)) return undefined;
      if (/hidden|clip/.test(overflowX + overflowY)) return box;
    }
    return undefined;
  };

  const rectsOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };

  const texts = [];
  const walker = document.createTreeWalker(document.querySelector(".shell, .framed"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const parent = node.parentElement;
    if (node.nodeValue.trim() && !(parent instanceof SVGElement) && isSeen(parent)) texts.push(node);
  }
  const cut = texts.filter((node) => {
    const box = cutting(node.parentElement);
    return box && rectsOf(node).some((rect) => sticksOut(rect, box.getBoundingClientRect()));
  });

  // A word or a number that goes on in the next line; Chinese does, and an address may.
  const linesOf = (node, { index, 0: word }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{N}.,’'])+/gu;
  const broken = texts
    .filter((node) => rectsOf(node).length > 1 && !node.parentElement.closest("code, .address"))
    .filter((node) => !/\p{L}[./]\p{L}.*[/=]/u.test(node.nodeValue))
    .flatMap((node) =>
      [...node.nodeValue.matchAll(WORD)]
        .filter((match) => linesOf(node, match) > 1)
        .map(({ 0: word }) => `broken: ${word} in ${name(node.parentElement)}`),
    );

  // Letters of a drawing end where the drawing ends.
  const drawn = [...document.querySelectorAll(".js-plotly-plot .main-svg text")].filter((text) => {
    const rect = text.getBoundingClientRect();
    if (!rect.width || !isSeen(text)) return false;
    return sticksOut(rect, text.closest(".js-plotly-plot").getBoundingClientRect());
  });

  // A native list of choices cuts its text off without a trace.
  const context = document.createElement("canvas").getContext("2d");
  const selects = [...document.querySelectorAll("select")].filter((select) => {
    const style = getComputedStyle(select);
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const height = select.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    const lines = Math.max(1, Math.round(height / parseFloat(style.lineHeight)));
    const { width } = context.measureText(select.selectedOptions[0]?.text ?? "");
    return isSeen(select) && width > room * lines + SLACK;
  });

  const SCROLLERS = ".data-scroll, .picker-options, .shell-nav > ul, .tabs ul, .chips, .controls";
  const CONTROLS = "a, button, summary, select, input, .control-label, .year-end, .chip, .legend li";
  const controls = [...document.querySelectorAll(CONTROLS)].filter(isSeen);
  // What has been scrolled out of its box covers nothing.
  const shownIn = (control) => {
    const scroller = control.closest(SCROLLERS)?.getBoundingClientRect();
    return (rect) => !scroller || !sticksOut(rect, scroller);
  };
  const boxes = controls.map((control) => {
    const isBox = control.matches("button, summary, select, input, .legend li");
    const rects = isBox ? [control.getBoundingClientRect()] : rectsOf(control);
    return rects.filter(shownIn(control));
  });
  const covers = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  const covered = controls.flatMap((control, k) =>
    controls.slice(k + 1).flatMap((other, n) => {
      if (control.contains(other) || other.contains(control)) return [];
      // The name of a field stands inside it.
      if (control.matches(".control-label") && control.parentElement.contains(other)) return [];
      // The two ends of a span share a track, and let presses beside their thumbs through.
      if (control.matches(".span-track input") && other.matches(".span-track input")) return [];
      // What stands over the page for as long as the reader wants it.
      if (control.closest(".tray, .hint") || other.closest(".tray, .hint")) return [];
      const isCovered = boxes[k].some((a) => boxes[k + 1 + n].some((b) => covers(a, b)));
      return isCovered ? [`${name(control)} covers ${name(other)}`] : [];
    }),
  );

  const wide = document.documentElement.scrollWidth;
  return [
    ...(wide > innerWidth ? [`the page is ${wide} wide on a screen of ${innerWidth}`] : []),
    ...cut.map((node) => `cut off: ${name(node.parentElement)}`),
    ...broken,
    ...drawn.map((text) => `cut off in a drawing: ${name(text)}`),
    ...selects.map((select) => `cut off in a list: ${select.selectedOptions[0].text}`),
    ...covered,
  ];
}
