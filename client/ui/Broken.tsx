import { Component, type ErrorInfo, type ReactNode } from 'react';

type State = { error: Error | null };

/** A wall that nobody touches tries again by itself after this long. */
const tryAgainAfterMs = 30_000;

/**
 * The one place that catches a bug while drawing. It speaks both languages, because the words themselves may be what
 * could not be loaded.
 */
export class Broken extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    if (location.pathname.startsWith('/wall')) this.#timer = setTimeout(() => location.reload(), tryAgainAfterMs);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main style={{ padding: 32, maxWidth: 720 }}>
        <h1 style={{ fontSize: 24, lineHeight: '29px', fontWeight: 600 }}>
          This screen stopped. <span lang="fr">Cet écran s’est arrêté.</span>
        </h1>
        <p className="ink-2" style={{ margin: '12px 0 20px' }}>
          {error.message}
        </p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load again / <span lang="fr">Recharger</span>
        </button>
      </main>
    );
  }
}
