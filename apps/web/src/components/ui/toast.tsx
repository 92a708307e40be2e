import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import "./toast.css";

const ToastContext = createContext<(words: string) => void>(() => {});

/** Says for a moment that something was done; read out as well. */
export function useToast(): (words: string) => void {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ words: string } | null>(null);
  const say = useCallback((words: string) => setToast({ words }), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), 2600);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toast ? <p className="toast">{toast.words}</p> : null}
      </div>
    </ToastContext>
  );
}
