using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The papers of a request: their addresses, their numbers, and when each may be printed.</summary>
internal static class PaperKinds
{
    /// <summary>The last part of <see cref="RequestLinks.Print"/>.</summary>
    public static IssuedKind? Of(string paper) => paper switch
    {
        "sheet" => IssuedKind.RequirementsSheet,
        "form" => IssuedKind.RequestForm,
        "slip" => IssuedKind.ReceiptSlip,
        "deficiency" => IssuedKind.DeficiencyNotice,
        "withdrawal" => IssuedKind.WithdrawalSlip,
        "archive" => IssuedKind.ArchiveNotice,
        "moved" => IssuedKind.DueDateNotice,
        _ => null,
    };

    /// <summary><c>REQ-2026-00001-R</c>: the number of the first paper of a kind; the later ones add <c>-2</c>, <c>-3</c> ….</summary>
    public static string NumberOf(string requestNumber, IssuedKind kind) => $"{requestNumber}-{Letter(kind)}";

    /// <exception cref="RuleViolation">The paper would say what is not true of the request.</exception>
    public static void RequireFits(IssuedKind kind, PaperSource source)
    {
        var request = source.Request;
        if (kind == IssuedKind.ReceiptSlip && request.CompletedOn is null)
            throw new RuleViolation("intake.print.incomplete");
        // A slip that promises a reply to a request nobody studies any more would not be true.
        if (kind == IssuedKind.ReceiptSlip && request.Ending is not null)
            throw new RuleViolation("intake.print.ended");
        if (kind == IssuedKind.WithdrawalSlip && request.Status != RequestStatus.Withdrawn)
            throw new RuleViolation("intake.print.notwithdrawn");
        if (kind == IssuedKind.ArchiveNotice && request.Status != RequestStatus.Archived)
            throw new RuleViolation("intake.print.notarchived");
        if (kind == IssuedKind.DueDateNotice && (source.Moved is null || request.Ending is not null))
            throw new RuleViolation("intake.print.notmoved");
        if (kind != IssuedKind.DeficiencyNotice)
            return;
        if (!request.IsBeingTakenIn)
            throw new RuleViolation("intake.print.notdeficient");
        if (!source.ToBring.Any())
            throw new RuleViolation("intake.print.nothingmissing");
    }

    private static char Letter(IssuedKind kind) => kind switch
    {
        IssuedKind.RequirementsSheet => 'S',
        IssuedKind.RequestForm => 'F',
        IssuedKind.ReceiptSlip => 'R',
        IssuedKind.DeficiencyNotice => 'D',
        IssuedKind.WithdrawalSlip => 'W',
        IssuedKind.ArchiveNotice => 'A',
        IssuedKind.DueDateNotice => 'M',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a paper of a request."),
    };
}
