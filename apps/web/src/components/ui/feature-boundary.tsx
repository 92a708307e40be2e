import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Empty } from "./empty.tsx";

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a failure inside one room of the page. React offers this only to classes. */
export class FeatureBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(`${this.props.name} failed`, error, info.componentStack);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <Empty
          title={`${this.props.name} stopped working`}
          actions={<Button onClick={() => this.setState({ failed: false })}>Try again</Button>}
        >
          The rest of the page goes on. Nothing was lost.
        </Empty>
      </div>
    );
  }
}
