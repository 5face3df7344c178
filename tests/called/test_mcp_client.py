"""The tools as a client of the protocol meets them: the package `mcp`, over a real connection."""

import asyncio
from dataclasses import replace

import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult

from dashboard.settings import settings
from tests.called.test_mcp import TAKEN


def test_a_client_of_the_protocol_gets_answers(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is introduced, lists five tools, and each answers with data; an unknown place is an error."""
    here = replace(settings(), mcp=True)
    monkeypatch.setattr("dashboard.called.mcp.settings", lambda: here)
    named, answers, refusal = asyncio.run(_session(f"{site}/mcp"))
    assert named == list(TAKEN)
    for answer in answers:
        assert not answer.is_error
        assert answer.structured_content is not None
        assert answer.structured_content["data_version"]
    assert refusal.is_error
    assert "KEN (Kenya)" in refusal.content[0].text


async def _session(address: str) -> tuple[list[str], list[CallToolResult], CallToolResult]:
    async with (
        streamable_http_client(address) as (read, write, *_),
        ClientSession(read, write) as one,
    ):
        await one.initialize()
        await one.send_ping()
        named = [tool.name for tool in (await one.list_tools()).tools]
        answers = [await one.call_tool(name, asked) for name, asked in TAKEN.items()]
        refusal = await one.call_tool("cite", {"indicator": "fixed-broadband", "place": "Kenia"})
        return named, answers, refusal
