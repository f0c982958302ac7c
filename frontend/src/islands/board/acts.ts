/** What a person can do on the board; each act is one request, and the answer comes back as news. */

import { signal, type Signal } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import type {
  ActionInput,
  ActionRecord,
  CheckInInput,
  DecisionRecord,
  GroupRecord,
  InsightInput,
  MemberRecord,
  OpenAction,
  OpenInsight,
  OpenQuestion,
  QuestionRecord,
  RoomVotesRecord,
  SimilarRecord,
  StepRecord,
  SuggestionRecord,
  VotingRulesInput,
} from "../../protocol";
import { request, sentenceOf } from "../../sync/api";
import { newId } from "../../sync/ids";
import type { Board } from "./board";
import { OwnNoteActs } from "./ownNoteActs";
import { firstWords, groupTitle, noteCount } from "./words";

/** Where a note goes: into a group that is there, into a new one, or out of its group. */
export type Target = { readonly group: string } | { readonly with: string } | "new" | "out";

/** The acts of one person on one board. */
export class Acts {
  /** What went wrong with the last act that has no form of its own. */
  readonly problem: Signal<string> = signal("");
  private members: Promise<readonly MemberRecord[]> | null = null;

  /** What one does with one's own notes. */
  readonly own: OwnNoteActs;

  constructor(private readonly board: Board) {
    this.own = new OwnNoteActs(board, (act, done) => this.attempt(act, done));
  }

  /** Does something and shows the reason if it cannot be done; says whether it worked. */
  async attempt(act: () => Promise<unknown>, done = ""): Promise<boolean> {
    this.problem.value = "";
    try {
      await act();
    } catch (error) {
      this.problem.value = sentenceOf(error);
      return false;
    }
    announce(done);
    this.board.catchUp();
    return true;
  }

  goTo(phaseId: string): Promise<boolean> {
    return this.attempt(() => this.send("POST", "phase/", { phase_id: phaseId }));
  }

  startSession(): Promise<boolean> {
    return this.attempt(() => this.send("POST", "start/"));
  }

  /** Shows all notes to everybody; throws what the server says. */
  async reveal(): Promise<void> {
    await this.send("POST", "reveal/");
    announce(gettext("All notes are shown."));
    this.board.catchUp();
  }

  /** Moves notes together; the step can be undone. */
  move(noteIds: readonly string[], target: Target): Promise<boolean> {
    const ids = this.withCompanion(noteIds, target).filter((id) => !this.isThere(id, target));
    if (ids.length === 0) return Promise.resolve(true);
    return this.attempt(async () => {
      if (target === "out") await this.send("POST", "notes/ungrouped/", { note_ids: ids });
      else await this.send("PUT", `groups/${this.groupFor(target)}/`, { note_ids: ids });
    }, this.movedWords(noteIds));
  }

  /** Puts all notes of a group into another. */
  merge(group: GroupRecord, into: GroupRecord): Promise<boolean> {
    const said = interpolate(gettext("Merged into: %(title)s."), { title: groupTitle(into.title) });
    const body = { into_id: into.id };
    return this.attempt(() => this.send("POST", `groups/${group.id}/merge/`, body), said);
  }

  /** Groups that the wording of the notes suggests; throws what the server says. */
  suggestions(byColumn: boolean): Promise<readonly SuggestionRecord[]> {
    return this.send("GET", `group-suggestions/${byColumn ? "?by_column=yes" : ""}`);
  }

  /** Makes a suggested group. */
  acceptGroup({ title, note_ids }: SuggestionRecord): Promise<boolean> {
    const said = interpolate(gettext("Group made: %(title)s."), { title });
    const path = `groups/${newId()}/`;
    return this.attempt(() => this.send("PUT", path, { note_ids, title }), said);
  }

  /** Keeps a group from being suggested again. */
  refuseGroup({ title, note_ids }: SuggestionRecord): Promise<boolean> {
    const said = interpolate(gettext("Not suggested again: %(title)s."), { title });
    return this.attempt(() => this.send("POST", "group-suggestions/refuse/", { note_ids }), said);
  }

  /** Notes that are like another; throws what the server says. */
  similarNotes(noteId: string): Promise<readonly SimilarRecord[]> {
    return this.send("GET", `notes/${noteId}/similar/`);
  }

  /** Notes that are like a text; throws what the server says. */
  notesLike(text: string): Promise<readonly SimilarRecord[]> {
    return this.send("POST", "notes/search/", { text });
  }

  /** Puts some notes of a group into a new one. */
  split(noteIds: readonly string[], title: string): Promise<void> {
    return this.send("PUT", `groups/${newId()}/`, { note_ids: noteIds, title });
  }

  /** Takes a step of grouping back. */
  undo(step: StepRecord): Promise<boolean> {
    const said = gettext("The last grouping step is undone.");
    return this.attempt(() => this.send("POST", `grouping/${step.id}/undo/`), said);
  }

  rename(groupId: string, title: string): Promise<boolean> {
    return this.attempt(() => this.send("PATCH", `groups/${groupId}/`, { title }));
  }

  /** Decides how many dots there are; throws what the server says. */
  async setVotingRules(rules: VotingRulesInput): Promise<void> {
    await this.send("PUT", "voting/", rules);
    this.board.catchUp();
  }

  /** What was entered for people in the room; throws what the server says. */
  roomVotes(): Promise<readonly RoomVotesRecord[]> {
    return this.send("GET", "room-votes/");
  }

  /** Enters what a topic got in the room; throws what the server says. */
  async enterRoomVotes(topicId: string, dots: number): Promise<void> {
    await this.send("PUT", `room-votes/${topicId}/`, { dots });
    this.board.catchUp();
  }

  /** Words an insight; throws what the server says. */
  async draft(id: string, words: InsightInput): Promise<void> {
    await this.send("PUT", `insights/${id}/`, words);
    announce(gettext("The draft is saved."));
    this.board.catchUp();
  }

  agree(id: string, how = ""): Promise<boolean> {
    return this.attempt(() => this.send("POST", `insights/${id}/agree/`, { how }));
  }

  /** Turns notes or an insight into an action; throws what the server says. */
  async translate(id: string, action: ActionInput): Promise<void> {
    const made = await this.send<ActionRecord>("PUT", `actions/${id}/`, action);
    const values = { number: made.number, owner: made.owner_name };
    announce(
      interpolate(gettext("Action %(number)s is made. %(owner)s is asked to do it."), values),
    );
    this.board.catchUp();
  }

  accept(action: ActionRecord): Promise<boolean> {
    const said = interpolate(gettext("You said yes to action %(number)s."), {
      number: action.number,
    });
    return this.attempt(() => this.sendAction(action, "accept/"), said);
  }

  /** Says no and why; throws what the server says. */
  async decline(action: ActionRecord, reason: string): Promise<void> {
    await this.sendAction(action, "decline/", { reason });
    this.board.catchUp();
  }

  /** Asks somebody else; throws what the server says. */
  async offer(action: ActionRecord, ownerId: string): Promise<void> {
    await this.sendAction(action, "offer/", { owner_id: ownerId });
    this.board.catchUp();
  }

  /** What is open from before; throws what the server says. */
  openActions(): Promise<readonly OpenAction[]> {
    return this.send("GET", "open-actions/");
  }

  /** Learning questions that are open on the session's themes; throws what the server says. */
  openQuestions(): Promise<readonly OpenQuestion[]> {
    return this.send("GET", "open-questions/");
  }

  /** Decisions whose day to look again has come; throws what the server says. */
  dueDecisions(): Promise<readonly DecisionRecord[]> {
    return this.send("GET", "due-decisions/");
  }

  /** Writes down that this session talked about a question; throws what the server says. */
  async talkAbout(question: QuestionRecord): Promise<void> {
    const { partnershipApi, sessionId } = this.board.place;
    const url = `${partnershipApi}questions/${question.id}/talks/`;
    await request("POST", url, { session_id: sessionId });
  }

  /** What earlier sessions asked of others or parked; throws what the server says. */
  openInsights(): Promise<readonly OpenInsight[]> {
    return this.send("GET", "open-insights/");
  }

  /** Reports how an action goes; throws what the server says. */
  async report(action: ActionRecord, id: string, said: CheckInInput): Promise<void> {
    const url = `${this.board.place.partnershipApi}actions/${action.id}/check-ins/${id}/`;
    await request("PUT", url, said);
  }

  /** Lets somebody in who waits at the door. */
  admit(participantId: string): Promise<boolean> {
    return this.attempt(() => this.send("POST", `participants/${participantId}/admit/`));
  }

  /** Who can own an action. */
  membersOnce(): Promise<readonly MemberRecord[]> {
    const url = `${this.board.place.partnershipApi}members/`;
    this.members ??= request<MemberRecord[]>("GET", url).catch((error: unknown) => {
      this.members = null;
      throw error;
    });
    return this.members;
  }

  private groupFor(target: Exclude<Target, "out">): string {
    if (target === "new") return newId();
    if ("group" in target) return target.group;
    return this.board.groupOf.value.get(target.with)?.id ?? newId();
  }

  private withCompanion(noteIds: readonly string[], target: Target): readonly string[] {
    const isWithLooseNote = typeof target === "object" && "with" in target;
    return isWithLooseNote ? [target.with, ...noteIds] : noteIds;
  }

  private isThere(noteId: string, target: Target): boolean {
    const now = this.board.groupOf.value.get(noteId)?.id ?? null;
    if (target === "new") return false;
    if (target === "out") return now === null;
    return now !== null && now === this.groupFor(target);
  }

  private movedWords(noteIds: readonly string[]): string {
    const [only, ...others] = noteIds;
    if (others.length > 0) {
      return interpolate(gettext("Moved: %(what)s."), { what: noteCount(noteIds.length) });
    }
    const note = this.board.tables?.note.get(only ?? "");
    return interpolate(gettext("Moved: %(what)s."), { what: firstWords(note?.text ?? "") });
  }

  /** Asks the session's part of the API; throws what the server says. */
  send<Answer = void>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    return request<Answer>(method, this.board.place.sessionApi + path, body);
  }

  private sendAction(action: ActionRecord, step: string, body?: unknown): Promise<ActionRecord> {
    const url = `${this.board.place.partnershipApi}actions/${action.id}/${step}`;
    return request<ActionRecord>("POST", url, body);
  }
}
