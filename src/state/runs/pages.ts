import { createStore, type StoreApi } from 'zustand/vanilla';

/** What Training can show. */
export type RunPage =
  /** The run of this app as it goes, or the settings where there is none. */
  | { name: 'own' }
  | { name: 'history' }
  | { name: 'past'; run: string }
  | { name: 'comparison' }
  | { name: 'queue' }
  | { name: 'sweep-form' }
  | { name: 'sweep'; sweep: string };

/** The open page of Training, and the ways back from it. */
export class Pages {
  readonly store: StoreApi<{ open: RunPage; behind: readonly RunPage[] }> = createStore(() => ({
    open: { name: 'own' } as RunPage,
    behind: [] as readonly RunPage[],
  }));

  /** A page that is open already, or lies behind, is gone back to. */
  open(page: RunPage): void {
    const { open, behind } = this.store.getState();
    const stack = [...behind, open];
    const found = stack.findIndex(({ name }) => name === page.name);
    this.store.setState({ open: page, behind: found < 0 ? stack : stack.slice(0, found) });
  }

  /** `unused` where nothing lies behind. */
  back(): 'used' | 'unused' {
    const { behind } = this.store.getState();
    const last = behind.at(-1);
    if (!last) return 'unused';
    this.store.setState({ open: last, behind: behind.slice(0, -1) });
    return 'used';
  }

  /** Shows one page with nothing behind it but the run of this app. */
  start(page: RunPage): void {
    const own: RunPage = { name: 'own' };
    this.store.setState({ open: page, behind: page.name === 'own' ? [] : [own] });
  }
}
