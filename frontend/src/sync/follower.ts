/** Whoever follows a stream, and the simple kind that only wants to hear that something happened. */

import type { News, WritingRecord } from "../protocol";

export interface Position {
  readonly epoch: string;
  readonly sequence: number;
  /** As who one was told so: whoever may see something else by now begins anew. */
  readonly standing?: string;
}

export interface Follower {
  /** Up to where it has everything; `null`: it wants what happens from now on. */
  position: () => Position | null;
  onNews: (news: News) => void;
  /** Changes cannot help: it fetches a snapshot and asks to follow again. */
  onReset: () => void;
  /** Who is at which form on the board: told when it changes, and not part of the news. */
  onWriting?: (writers: readonly WritingRecord[]) => void;
  onRefused?: (code: string, detail: string) => void;
  /** Called each time that news begin to come, the first time and after a break. */
  onFollowing?: () => void;
}

/** Hears of whatever happens from now on; after a break it assumes that something did. */
export class FromNowOn implements Follower {
  private at: Position | null = null;
  private hasFollowed = false;

  constructor(private readonly tell: (news: News | null) => void) {}

  position(): Position | null {
    return this.at;
  }

  /** What happened before `position` is not known, so it counts as news. */
  startAt(position: Position): void {
    this.at = position;
    this.tell(null);
  }

  onNews(news: News): void {
    this.at = { epoch: news.epoch, sequence: news.sequence };
    this.tell(news);
  }

  onReset(): void {
    this.at = null;
    this.tell(null);
  }

  onFollowing(): void {
    if (this.hasFollowed && !this.at) this.tell(null);
    this.hasFollowed = true;
  }
}
