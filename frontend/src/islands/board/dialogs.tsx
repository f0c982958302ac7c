/** The one dialog that is open, if any. */

import { ActionForm } from "./actionForms";
import { DeclineForm, OfferForm } from "./answerForms";
import { DecisionForm } from "./decisionForms";
import { useDesk } from "./desk";
import { MergeMenu, SplitForm } from "./groupForms";
import { DispositionForm } from "./dispositionForm";
import { DissentForm } from "./dissent";
import { FeedbackForm } from "./feedbackForms";
import { FinishDialog } from "./finishing";
import { InsightForm, WithdrawForm } from "./insightForms";
import { MinuteTakersDialog } from "./minutes";
import { WithholdForm } from "./moderation";
import { MoveMenu } from "./moving";
import { ReplyForm, SendUpForm } from "./regionForms";
import { ParkForm } from "./parking";
import { PhasesDialog } from "./phaseForms";
import { RevealDialog } from "./reveal";
import { TablesDialog } from "./tableForms";
import { TopicDialog } from "./talk";
import { RoomVotesForm, VotingRulesForm } from "./votingForms";

/** Draws the dialog that somebody asked for. */
export function Dialogs() {
  const { dialog } = useDesk();
  const asked = dialog.value;
  const onClose = (): void => {
    if (dialog.value === asked) dialog.value = null;
  };
  switch (asked?.kind) {
    case "move":
      return <MoveMenu noteIds={asked.noteIds} onClose={onClose} />;
    case "insight":
      return <InsightForm key={asked.id} asked={asked} onClose={onClose} />;
    case "disposition":
      return <DispositionForm insight={asked.insight} onClose={onClose} />;
    case "action":
      return <ActionForm key={asked.id} asked={asked} onClose={onClose} />;
    case "decision":
      return <DecisionForm key={asked.id} asked={asked} onClose={onClose} />;
    case "dissent":
      return <DissentForm key={asked.id} asked={asked} onClose={onClose} />;
    case "decline":
      return <DeclineForm action={asked.action} onClose={onClose} />;
    case "offer":
      return <OfferForm action={asked.action} onClose={onClose} />;
    case "merge":
      return <MergeMenu group={asked.group} onClose={onClose} />;
    case "split":
      return <SplitForm group={asked.group} onClose={onClose} />;
    case "rules":
      return <VotingRulesForm onClose={onClose} />;
    case "room":
      return <RoomVotesForm onClose={onClose} />;
    case "sendUp":
      return <SendUpForm id={asked.id} insight={asked.insight} onClose={onClose} />;
    case "reply":
      return <ReplyForm item={asked.item} onClose={onClose} />;
    case "phases":
      return <PhasesDialog onClose={onClose} />;
    case "tables":
      return <TablesDialog onClose={onClose} />;
    case "minuteTakers":
      return <MinuteTakersDialog onClose={onClose} />;
    case "topic":
      return <TopicDialog key={asked.topic.id} topic={asked.topic} onClose={onClose} />;
    case "park":
      return <ParkForm key={asked.topic.id} topic={asked.topic} onClose={onClose} />;
    case "withhold":
      return <WithholdForm key={asked.what.id} what={asked.what} onClose={onClose} />;
    case "reveal":
      return <RevealDialog onClose={onClose} />;
    case "feedback":
      return <FeedbackForm asked={asked} onClose={onClose} />;
    case "withdraw":
      return <WithdrawForm insight={asked.insight} onClose={onClose} />;
    case "finish":
      return <FinishDialog onClose={onClose} />;
    case undefined:
      return null;
  }
}
