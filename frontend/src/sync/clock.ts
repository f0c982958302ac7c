/** What time it is at the server: the only clock that counts, however wrong this device's own is. */

// Between the server's time and the time that this page has been open.
let offset: number | null = null;

/**
 * Takes a time that the server said just now. Each one is late by as long as it was on its way, so
 * the one that puts the clock ahead most is the nearest.
 */
export function hearTime(iso: string): void {
  const heard = Date.parse(iso) - performance.now();
  if (Number.isFinite(heard)) offset = Math.max(offset ?? heard, heard);
}

/** The server's time now, in milliseconds; the device's own until the server said something. */
export function serverNow(): number {
  return offset === null ? Date.now() : performance.now() + offset;
}

/** Forgets what the server said; for tests. */
export function forgetTime(): void {
  offset = null;
}
