"""The headers that keep a page to itself: what it may load, run and be framed by.

Imports settings only. Nothing may come from, or go to, another host.
"""

from collections.abc import Iterable

# Pages, and what Dash asks for them, change with an edition alone: everybody may keep them so long,
# and show them once more while they look for newer ones.
FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=60"
# What Dash asks for by itself.
LAYOUT, CALLBACKS = "/_dash-layout", "/_dash-dependencies"

COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What is public may be read by any page, also by one in a frame that is sandboxed (origin null).
ANY_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, Retry-After",
}
# Data and images may be used from anywhere and run nothing.
FACE = {
    **COMMON,
    **ANY_ORIGIN,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}
# A page to take away: it runs where it is kept, by a policy of its own, and never as one of ours.
TAKEN_AWAY = {
    **FACE,
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "Content-Disposition": "attachment",
}


def page_headers(inline_scripts: Iterable[str], frame_ancestors: str) -> dict[str, str]:
    """The headers of pages; `inline_scripts` are the hashes of the scripts inside the page.

    Styles may be inline because plotly.js and React write style attributes; images may be data
    (Bootstrap's icons) or made in the page (a figure saved as an image).
    """
    policy = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *inline_scripts]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    joined = "; ".join(f"{name} {value}" for name, value in policy.items())
    return {**COMMON, "Content-Security-Policy": joined}
