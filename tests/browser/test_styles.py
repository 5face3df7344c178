"""The published style sheet has of Bootstrap all that any page uses, in either direction."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.access import PAGES, auditor, settle
from dashboard.serving.index import IndexedDash

# Rules of the whole sheet whose every class, element and attribute is somewhere in the page, in
# whatever state (hover, disabled, first of its kind), and which the published sheet lacks.
LACKING = r"""async ([whole, published]) => {
  const rules = async (address) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(address)).text());
    const found = new Map();
    const read = (list, media) => {
      for (const rule of list) {
        if (rule instanceof CSSMediaRule) read(rule.cssRules, rule.conditionText);
        else if (rule instanceof CSSStyleRule)
          for (const one of rule.selectorText.split(/,(?![^(]*\))/))
            found.set(`${media} ${one.trim()} { ${rule.style.cssText} }`, one.trim());
      }
    };
    read(sheet.cssRules, "");
    return found;
  };
  const isHere = (selector) => {
    const bare = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "").replace(/::?[\w-]+(\([^)]*\))?/g, "");
    const parts = bare.match(/\[[^\]]*\]|\.[\w-]+|[a-z][\w-]*/g) ?? [];
    return parts.every((part) => document.querySelector(part));
  };
  const there = await rules(published);
  const needed = [...(await rules(whole))].filter(([, selector]) => isHere(selector));
  return [needed.length, needed.filter(([rule]) => !there.has(rule)).map(([rule]) => rule)];
}"""
# Committee mode makes parts of its own.
# Embeds have a sheet of their own, without Bootstrap.
LOOKED_AT = (*(page for page in PAGES if not page.startswith("/embed/")), "/map?present=1")


@pytest.fixture(scope="module")
def reading(browser: Browser, site: str) -> Iterator[Page]:
    """One page for all, so that scripts and shapes are fetched once."""
    with auditor(browser, site) as page:
        yield page


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("address", LOOKED_AT)
def test_no_rule_that_a_page_uses_is_left_out(
    app: IndexedDash, reading: Page, address: str, lang: str, direction: str
) -> None:
    """What all of Bootstrap would style in a page, the published sheet styles in the same way."""
    sheets = [app.static.url(f"{name}{direction}.css") for name in ("bootstrap.", "")]
    assert all(sheets), (
        "The front-end build is older than its sources. Build it with: make frontend"
    )
    settle(reading, f"{address}&lang={lang}")
    # By script, since committee mode covers the menu, and a page may have none.
    reading.evaluate("document.querySelector('.share-button')?.click()")
    needed, lacking = reading.evaluate(LACKING, sheets)
    assert needed > 50
    assert lacking == []
