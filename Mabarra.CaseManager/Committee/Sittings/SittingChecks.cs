using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Committee;

/// <summary>What may be said of a sitting, a decision and a vote.</summary>
internal static class SittingChecks
{
    public const int LongestPlace = 120;
    public const int LongestReason = 400;
    private const int MostInstalments = 60;

    public static SittingPlan Plan(SittingForm form, DateTime now)
    {
        var check = new FieldChecks();
        var mode = Enum.IsDefined(form.Mode) ? form.Mode : SittingMode.InPerson;
        var place = check.OptionalLine(form.Place, nameof(form.Place), LongestPlace);
        check.That(place is not null || mode != SittingMode.InPerson, "committees.sitting.place", nameof(form.Place));
        check.That(form.On is not null, "committees.sitting.day", nameof(form.On));
        var typed = Digits.ToLatin(form.Time?.Trim() ?? "");
        var isTime = TimeOnly.TryParseExact(typed, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        check.That(isTime, "committees.sitting.time", nameof(form.Time));
        var at = form.On is { } on ? RiyadhTime.ToUtc(on.ToDateTime(time)) : now;
        check.That(form.On is null || !isTime || at > now, "committees.sitting.past", nameof(form.On));
        check.ThrowIfAny();
        return new SittingPlan(at, place ?? "", mode);
    }

    public static string Reason(string? typed, string field)
    {
        var check = new FieldChecks();
        var reason = check.Line(typed, field, LongestReason, min: 3);
        check.ThrowIfAny();
        return reason;
    }

    /// <summary>An approval cites its article and names its amount; whatever is no approval names its reason (ب-٤; DOMAIN.md §2, Decision).</summary>
    public static async Task<Proposal> ProposalAsync(CaseDbContext db, ProposalForm form, Money? requested, DateOnly today, CancellationToken cancel)
    {
        var check = new FieldChecks();
        check.That(form.Outcome is { } o && Enum.IsDefined(o), "committees.vote.outcome", nameof(form.Outcome));
        check.ThrowIfAny();
        var outcome = form.Outcome!.Value;
        var isApproval = outcome is DecisionOutcome.Approved or DecisionOutcome.PartlyApproved;
        var reason = outcome switch
        {
            DecisionOutcome.Rejected => await ReasonReader.RequireAsync(db, ListNames.Rejection, form.Reason, noted: false, cancel),
            DecisionOutcome.Deferred => await ReasonReader.RequireAsync(db, ListNames.Deferral, form.Reason, noted: false, cancel),
            _ => null,
        };
        var conditions = check.OptionalParagraph(form.Conditions, nameof(form.Conditions), 1000);
        if (isApproval)
            Approval(check, form, outcome, requested, conditions);
        check.That(outcome != DecisionOutcome.Deferred || form.NextOn > today, "committees.vote.next", nameof(form.NextOn));
        var proposal = new Proposal
        {
            Outcome = outcome,
            Article = isApproval ? check.Line(form.Article, nameof(form.Article), 60) : null,
            Amount = isApproval ? form.Amount : null,
            Instalments = isApproval ? (int?)form.Instalments : null,
            FirstOn = isApproval ? form.FirstOn : null,
            Conditions = conditions,
            ReasonCode = reason?.Code,
            ReasonAr = reason?.NameAr,
            ReasonEn = reason?.NameEn,
            ReasonNote = reason?.Note,
            NextOn = outcome == DecisionOutcome.Deferred ? form.NextOn : null,
            ReferredTo = outcome == DecisionOutcome.Referred ? check.Line(form.ReferredTo, nameof(form.ReferredTo), 160, min: 2) : null,
        };
        check.ThrowIfAny();
        return proposal;
    }

    public static VoteForm Vote(VoteForm form)
    {
        var check = new FieldChecks();
        check.That(form.Choice is { } choice && Enum.IsDefined(choice), "committees.vote.choice", nameof(form.Choice));
        var reservation = check.OptionalLine(form.Reservation, nameof(form.Reservation), 600);
        check.ThrowIfAny();
        return form with { Reservation = reservation };
    }

    private static void Approval(FieldChecks check, ProposalForm form, DecisionOutcome outcome, Money? requested, string? conditions)
    {
        check.That(form.Amount is null || form.Amount.Value.Halalas > 0, "committees.vote.amount", nameof(form.Amount));
        check.That(form.Amount is not null || requested is null, "committees.vote.amount", nameof(form.Amount));
        // More than was asked for only with words that say why.
        check.That(form.Amount is null || requested is null || form.Amount <= requested || conditions is not null, "committees.vote.more", nameof(form.Amount));
        check.That(outcome != DecisionOutcome.PartlyApproved || form.Amount is null || requested is null || form.Amount < requested, "committees.vote.notless", nameof(form.Amount));
        check.That(form.Instalments is null or (>= 1 and <= MostInstalments), "committees.vote.instalments", nameof(form.Instalments), MostInstalments);
    }
}
