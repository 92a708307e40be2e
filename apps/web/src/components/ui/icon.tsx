import type { JSX } from "react";
import type { Tone } from "../text/decision-words.ts";
import "./icon.css";

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.5 } as const;
const round = { ...line, strokeLinecap: "round", strokeLinejoin: "round" } as const;
const ring = <circle cx="10" cy="10" r="8.25" {...line} strokeWidth={1.6} />;

const SHAPES = {
  yes: (
    <>
      {ring}
      <path d="m6.4 10.3 2.5 2.5 4.8-5.4" {...round} strokeWidth={1.8} />
    </>
  ),
  no: (
    <>
      {ring}
      <path d="m7 7 6 6m0-6-6 6" {...round} strokeWidth={1.8} />
    </>
  ),
  part: (
    <>
      {ring}
      <path d="M10 4.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  unk: (
    <>
      <circle cx="10" cy="10" r="8.25" {...line} strokeWidth={1.6} strokeDasharray="2.6 2.2" />
      <path d="M8 8.1a2 2 0 1 1 3 1.8c-.7.4-1 .8-1 1.5" {...round} strokeWidth={1.6} />
      <circle cx="10" cy="13.9" r=".9" fill="currentColor" />
    </>
  ),
  none: <path d="M4 5.5h12M4 10h12M4 14.5h7" {...round} />,
  doc: (
    <>
      <path d="M5.2 2.5h6.2l3.6 3.6v11.4H5.2z" {...round} />
      <path d="M8 10h4.4M8 13.2h4.4" {...round} />
    </>
  ),
  up: (
    <path
      d="M6.5 9v7.2M3.5 9h3v7.2h-3zM6.5 9l3-6c1.3 0 2 .9 2 2.1V8h3.8c1 0 1.7.9 1.5 1.9l-1 4.8c-.2.9-.9 1.5-1.8 1.5H6.5"
      {...round}
    />
  ),
  pin: <path d="M7.2 2.8h5.6l-.7 5 2.6 2.9H5.3l2.6-2.9zM10 10.7v6.5" {...round} />,
  close: <path d="m5 5 10 10M15 5 5 15" {...round} />,
  check: <path d="m4.5 10.5 3.6 3.6 7.4-8.2" {...round} strokeWidth={2} />,
  down: <path d="M10 4v12m-4.5-4.5L10 16l4.5-4.5" {...round} />,
  fold: <path d="m6 8.2 4 4 4-4" {...round} />,
  play: <path d="M6.5 4.2v11.6l9-5.8z" {...round} />,
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" {...round} strokeWidth={2.6} />,
  menu: <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" {...round} />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof SHAPES;

/** Drawn beside words that say the same, so it is hidden from screen readers. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}

/** A decision's own shape in its own colour. */
export function DecisionIcon({ tone }: { tone: Tone }) {
  return <Icon name={tone} className={`tone-${tone}`} />;
}
