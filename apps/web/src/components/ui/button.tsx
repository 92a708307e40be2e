import type { ComponentProps } from "react";
import { Key } from "./key.tsx";
import "./button.css";

interface ButtonProps extends ComponentProps<"button"> {
  /** One primary at most in a room. */
  readonly look?: "primary" | "plain" | "ghost";
  /** The key that does the same, shown where it acts. */
  readonly hotkey?: string | undefined;
}

export function Button({ look = "plain", hotkey, className = "", children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${look} ${className}`} {...rest}>
      {children}
      {hotkey ? <Key>{hotkey}</Key> : null}
    </button>
  );
}
