using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Committee;

/// <summary>The look of the review's values.</summary>
internal static class ReviewWording
{
    public static Tone Tone(this SittingStatus status) => status switch
    {
        SittingStatus.Invited => Ui.Tone.Info,
        SittingStatus.InSession => Ui.Tone.Warn,
        SittingStatus.Ended => Ui.Tone.Good,
        SittingStatus.Adjourned or SittingStatus.Cancelled => Ui.Tone.Bad,
        _ => Ui.Tone.Neutral,
    };

    public static Tone Tone(this ItemState state) => state switch
    {
        ItemState.Discussed => Ui.Tone.Info,
        ItemState.Voting => Ui.Tone.Warn,
        ItemState.Decided => Ui.Tone.Good,
        _ => Ui.Tone.Neutral,
    };

    public static Tone Tone(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Approved or DecisionOutcome.PartlyApproved => Ui.Tone.Good,
        DecisionOutcome.Rejected => Ui.Tone.Bad,
        DecisionOutcome.Deferred => Ui.Tone.Warn,
        _ => Ui.Tone.Info,
    };
}
