import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Row } from "./rows.ts";

const NEAR_END = 64;
const LIT_MS = 2400;

interface Earlier {
  readonly earlier: number | null;
  readonly loadEarlier: () => Promise<void>;
}

/** The virtual list behind the transcript: only the rows in view are in the page, whatever the call's length. */
export function useTranscriptList(rows: readonly Row[], paging: Earlier) {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [lit, setLit] = useLit();
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    getItemKey: (index) => rows[index]?.segment.segmentId ?? index,
    overscan: 10,
    paddingStart: 10,
    paddingEnd: 18,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR_END,
    directDomUpdates: true,
    onChange: (one) => setAtEnd(one.isAtEnd(NEAR_END)),
  });

  const some = rows.length > 0;
  useLayoutEffect(() => {
    if (some) list.scrollToEnd({ behavior: "auto" });
  }, [list, some]);

  useEarlier(list.getVirtualItems()[0]?.index, paging);

  const showIndex = (index: number | undefined) => {
    const segmentId = index === undefined ? undefined : rows[index]?.segment.segmentId;
    if (index === undefined || segmentId === undefined) return;
    list.scrollToIndex(index, { align: "center" });
    setLit(new Set([segmentId]));
  };

  return {
    scroller,
    sizer: list.containerRef,
    measure: list.measureElement,
    items: list.getVirtualItems(),
    atEnd,
    lit,
    toEnd: () => list.scrollToEnd({ behavior: "auto" }),
    showIndex,
    showSegments: (segmentIds: readonly string[]) => {
      const wanted = new Set(segmentIds);
      const index = rows.findIndex(({ segment }) => wanted.has(segment.segmentId));
      if (index >= 0) list.scrollToIndex(index, { align: "center" });
      setLit(wanted);
    },
  };
}

/** Fetches the page before, while the reader is still some rows away from it. */
function useEarlier(first: number | undefined, { earlier, loadEarlier }: Earlier): void {
  const fetch = useEffectEvent(() => {
    // Where it fails, the next row that comes into view asks again.
    loadEarlier().catch(() => {});
  });
  useEffect(() => {
    if (earlier !== null && first !== undefined && first < 20) fetch();
  }, [earlier, first]);
}

/** Segments that are lit for a moment, so that the eye finds them. */
function useLit() {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (lit.size === 0) return;
    const timer = setTimeout(() => setLit(new Set()), LIT_MS);
    return () => clearTimeout(timer);
  }, [lit]);
  return [lit, setLit] as const;
}
