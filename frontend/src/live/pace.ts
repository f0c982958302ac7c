/** Decides when to fetch: soon after the first news, then at most once a second, later after failures. */

const LARGEST_JITTER = 300;
const INTERVAL = 1000;
const LONGEST_WAIT = 30_000;

/** Runs one job, never twice at a time and never too often. */
export class Pace {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRunning = false;
  private isWanted = false;
  private lastEnd = Number.NEGATIVE_INFINITY;
  private failures = 0;

  /** `job` says whether it worked; one that did not is tried again, with growing pauses. */
  constructor(private readonly job: () => Promise<boolean>) {}

  /** Asks for a run; many requests before it starts make one run. */
  ask(): void {
    if (this.isRunning) this.isWanted = true;
    else if (this.timer === undefined) this.plan(this.delay());
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isWanted = false;
  }

  private delay(): number {
    // Jitter spreads the requests of a room full of browsers that hear the same news.
    const jitter = Math.random() * LARGEST_JITTER;
    return Math.max(jitter, this.lastEnd + INTERVAL - Date.now());
  }

  private plan(delay: number): void {
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.isRunning = true;
    this.isWanted = false;
    const worked = await this.job().catch(() => false);
    this.isRunning = false;
    this.lastEnd = Date.now();
    this.failures = worked ? 0 : this.failures + 1;
    if (!worked) this.plan(Math.min(LONGEST_WAIT, INTERVAL * 2 ** this.failures));
    else if (this.isWanted) this.plan(this.delay());
  }
}
