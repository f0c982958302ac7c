/** Where a browser keeps what must survive a reload: its local storage, else only this page's memory. */

import { signal } from "@preact/signals";

const PREFIX = "doorwerk:";

/** False when nothing can be kept on this device, which the person is then told. */
export const isKeptOnDevice = signal(true);

const memory = new Map<string, string>();

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    isKeptOnDevice.value = false;
    return null;
  }
}

/** Keeps a text; never throws, and falls back to memory. */
export function keep(key: string, text: string): void {
  memory.set(PREFIX + key, text);
  try {
    storage()?.setItem(PREFIX + key, text);
  } catch {
    isKeptOnDevice.value = false;
  }
}

/** Returns what was kept, or an empty text. */
export function kept(key: string): string {
  return memory.get(PREFIX + key) ?? storage()?.getItem(PREFIX + key) ?? "";
}

/** Forgets one text. */
export function forget(key: string): void {
  memory.delete(PREFIX + key);
  storage()?.removeItem(PREFIX + key);
}

/** The keys that start with `start`. */
export function keysUnder(start: string): string[] {
  const shelf = storage();
  const stored = Array.from({ length: shelf?.length ?? 0 }, (_, n) => shelf?.key(n) ?? "");
  const known = new Set([...memory.keys(), ...stored]);
  return [...known].filter((key) => key.startsWith(PREFIX + start)).map(withoutPrefix);
}

/** Calls back when another tab keeps or forgets something under `start`, until the answer is called. */
export function watch(start: string, onChange: () => void): () => void {
  const listener = (event: StorageEvent): void => {
    if (!event.key?.startsWith(PREFIX + start)) return;
    if (event.newValue === null) memory.delete(event.key);
    else memory.set(event.key, event.newValue);
    onChange();
  };
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}

/** Forgets what this page remembers, as a reload does; for tests. */
export function reloadShelf(): void {
  memory.clear();
  isKeptOnDevice.value = true;
}

function withoutPrefix(key: string): string {
  return key.slice(PREFIX.length);
}
