/** Doing something in one tab at a time. */

/** Waits for its turn among all tabs of this browser; where they cannot agree, it just goes on. */
export async function alone(name: string, act: () => Promise<void>): Promise<void> {
  // Only encrypted pages have locks, and not all browsers do.
  const locks = (navigator as Partial<Navigator>).locks;
  await (locks ? locks.request(`doorwerk:${name}`, act) : act());
}
