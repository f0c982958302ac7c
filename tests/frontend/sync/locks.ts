/** Locks that several tabs of one browser share, as browsers have them; made of promises alone. */

export class FakeLocks {
  private readonly turns = new Map<string, Promise<void>>();

  readonly request = async (
    name: string,
    act: () => Promise<void>,
  ): Promise<void> => {
    const before = this.turns.get(name) ?? Promise.resolve();
    const mine = before.then(act);
    this.turns.set(
      name,
      mine.catch(() => undefined),
    );
    await mine;
  };
}

/** Gives the page fresh locks. */
export function stubLocks(): void {
  Object.defineProperty(navigator, "locks", {
    configurable: true,
    value: new FakeLocks(),
  });
}
