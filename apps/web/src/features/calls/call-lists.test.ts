import type { SessionSummary } from "@live-copilot/shared";
import { expect, it } from "vitest";
import { type CallPages, flatRows, putRows } from "./call-lists.ts";

const row = (sessionId: string, rest: Partial<SessionSummary> = {}): SessionSummary => ({
  sessionId,
  status: "live",
  startedAt: `2026-11-23T10:0${sessionId}:00Z`,
  lastAt: "2026-11-23T10:10:00Z",
  ...rest,
});
const pages = (...groups: SessionSummary[][]): CallPages => ({
  pages: groups.map((sessions) => ({ sessions })),
  pageParams: groups.map(() => undefined),
});
const ids = (one: CallPages) => flatRows(one).map(({ sessionId }) => sessionId);

it("adds a new call in front and changes a known one in place", () => {
  const next = putRows(pages([row("1")]), [row("2"), row("1", { customerName: "Dana" })], "live");
  expect(ids(next)).toEqual(["2", "1"]);
  expect(flatRows(next)[1]?.customerName).toBe("Dana");
});

it("moves a call that ended from one list to the other", () => {
  const ended = row("1", { status: "ended" });
  expect(ids(putRows(pages([row("1"), row("2")]), [ended], "live"))).toEqual(["2"]);
  expect(ids(putRows(pages([row("0", { status: "ended" })]), [ended], "ended"))).toEqual(["1", "0"]);
});

it("finds a row on any page and shows a row that two pages hold once", () => {
  const two = pages([row("3"), row("2")], [row("2"), row("1")]);
  expect(ids(two)).toEqual(["3", "2", "1"]);
  expect(flatRows(putRows(two, [row("1", { phone: "+1" })], "live")).at(-1)?.phone).toBe("+1");
});
