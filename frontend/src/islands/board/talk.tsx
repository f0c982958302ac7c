/** Everything about one topic in one place: its text, reactions, comments, minutes, and tools. */

import { useState } from "preact/hooks";
import { useComputed } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import { Comments } from "./comments";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { MinutesOf } from "./minutes";
import { WithheldWords, WithholdButton } from "./moderation";
import { Quotes } from "./sources";
import { findTopic, reactions, type FoundTopic, type TopicRef } from "./topics";

interface ButtonProps {
  readonly topic: TopicRef;
  /** Its first words, to name the button by. */
  readonly name: string;
  readonly tabIndex?: number;
  /** Whether it names the way in alone, as what was said stands beside it. */
  readonly isBare?: boolean;
}

/** What stands with each topic on the board: how much was said, and the way to say more. */
export function TalkButton({ topic, name, tabIndex = 0, isBare = false }: ButtonProps) {
  const { board, dialog } = useDesk();
  const words = useComputed(() => board.talk.value.get(topic.id) ?? "").value;
  const said = isBare ? "" : words;
  if (!words && board.phaseKind === "collect") return null;
  const text = said || gettext("Talk about it");
  return (
    <button
      class="link topic__talk"
      type="button"
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      aria-label={`${said ? interpolate(gettext("Talk: %(said)s"), { said }) : text}. ${name}`}
      onClick={() => {
        dialog.value = { kind: "topic", topic };
      }}
    >
      {text}
    </button>
  );
}

/** A topic in a dialog; when it goes from the board meanwhile, what was being written stays. */
export function TopicDialog({ topic, onClose }: { topic: TopicRef; onClose: () => void }) {
  const { board } = useDesk();
  const found = board.tables && findTopic(board.tables, topic);
  const [first] = useState(found);
  const shown = found ?? first;
  return (
    <Dialog title={gettext("Talk about it")} onClose={onClose} isToRead>
      {shown && <TopicText topic={shown} />}
      {!found && <p role="alert">{gettext("This is not on the board any more.")}</p>}
      {found && <TopicTools topic={found} />}
      {found && <TopicTalk topic={found} />}
      <EndButtons onLeave={onClose} leave={gettext("Close")} />
    </Dialog>
  );
}

/** The words of a topic, and the notes behind it. */
export function TopicText({ topic }: { topic: FoundTopic }) {
  const { board } = useDesk();
  const [note] = topic.notes;
  const isNote = topic.about === "note";
  return (
    <div class="topic__text">
      {isNote && note && <WithheldWords text={note} />}
      {topic.text && (
        <p class="topic__words" dir="auto" lang={board.language}>
          {topic.text}
        </p>
      )}
      {isNote ? (
        <p class="muted">{note?.author_name}</p>
      ) : (
        <Quotes ids={topic.notes.map((one) => one.id)} />
      )}
    </div>
  );
}

/** Reactions, comments and minutes of a topic. */
export function TopicTalk({ topic }: { topic: TopicRef }) {
  return (
    <>
      <Reactions topic={topic} />
      <Comments topic={topic} />
      <MinutesOf topic={topic} />
    </>
  );
}

function Reactions({ topic }: { topic: TopicRef }) {
  const { board, talking } = useDesk();
  const counts = board.tables?.reaction.get(topic.id);
  const mine = board.signals.reactionsTo(topic.id);
  const canReact = board.mayNow("topic.signal");
  return (
    <p class="reactions">
      {reactions().map(([kind, words]) => {
        const count = counts?.[kind] ?? 0;
        const text = count > 0 ? `${words} (${count})` : words;
        if (!canReact) return count > 0 && <span key={kind}>{text}</span>;
        return (
          <button
            key={kind}
            class="reaction"
            type="button"
            aria-pressed={mine.includes(kind)}
            onClick={() => void talking.react(topic, kind, !mine.includes(kind))}
          >
            {text}
          </button>
        );
      })}
    </p>
  );
}

/** What those who run the session do with a topic. */
function TopicTools({ topic }: { topic: FoundTopic }) {
  const { board, talking, dialog } = useDesk();
  const [note] = topic.notes;
  if (!board.mayNow("session.run")) return null;
  const isParked = board.tables?.parked.has(topic.id) ?? false;
  return (
    <p class="topic__tools">
      <button
        class="link"
        type="button"
        onClick={() => {
          dialog.value = null;
          void talking.present(topic);
        }}
      >
        {gettext("Show on every screen")}
      </button>
      {isParked ? (
        <button class="link" type="button" onClick={() => void talking.takeUp(topic)}>
          {gettext("Take it up again")}
        </button>
      ) : (
        <button
          class="link"
          type="button"
          onClick={() => {
            dialog.value = { kind: "park", topic };
          }}
        >
          {gettext("Let it wait for later")}
        </button>
      )}
      {topic.about === "note" && note && board.may("note.withhold") && (
        <WithholdButton kind="note" text={note} />
      )}
    </p>
  );
}
