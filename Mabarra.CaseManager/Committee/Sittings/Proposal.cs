using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Committee;

/// <summary>The decision as it is put to the vote: what exactly each member is for or against (ب-٤; DOMAIN.md §2, Decision).</summary>
public sealed record Proposal
{
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>مادة سياسة صرف المساعدات: cited by every approval.</summary>
    public string? Article { get; init; }

    public Money? Amount { get; init; }

    /// <summary>In so many payments.</summary>
    public int? Instalments { get; init; }

    /// <summary>The day of the first payment.</summary>
    public DateOnly? FirstOn { get; init; }

    [PrivateValue]
    public string? Conditions { get; init; }

    public string? ReasonCode { get; init; }

    public string? ReasonAr { get; init; }

    public string? ReasonEn { get; init; }

    /// <summary>Goes into the letter.</summary>
    [PrivateValue]
    public string? ReasonNote { get; init; }

    /// <summary>What is put off comes again on this day at the latest.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>الجهة المحال إليها.</summary>
    public string? ReferredTo { get; init; }

    public bool IsApproval => Outcome is DecisionOutcome.Approved or DecisionOutcome.PartlyApproved;

    public string? ReasonArabic => ReasonAr is null ? null : new GivenReason(ReasonCode!, ReasonAr, ReasonEn!, ReasonNote).Arabic;
}
