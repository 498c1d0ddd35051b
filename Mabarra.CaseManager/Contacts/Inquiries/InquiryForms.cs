namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>An inquiry is registered, as typed.</summary>
public sealed record NewInquiry
{
    public InquiryKind Kind { get; init; }

    public Channel? Channel { get; init; }

    public Guid? BeneficiaryId { get; init; }

    /// <summary>Not needed when the beneficiary is known.</summary>
    public string? PersonName { get; init; }

    /// <summary>Where the answer goes, of somebody without a file.</summary>
    public string? Contact { get; init; }

    public string? Text { get; init; }

    /// <summary>Code of the field it is about; nothing is «unknown».</summary>
    public string? Field { get; init; }
}

/// <summary>The answer, as typed.</summary>
public sealed record ReplyForm
{
    public string? Answer { get; init; }

    public string? Source { get; init; }

    /// <summary>The approved answer it was taken from.</summary>
    public Guid? VersionId { get; init; }
}

/// <summary>It is referred, as typed.</summary>
public sealed record ReferForm
{
    public RefereeKind Kind { get; init; }

    /// <summary>The officer or the department.</summary>
    public Guid? RefereeId { get; init; }

    /// <summary>The committee's name.</summary>
    public string? Name { get; init; }
}

/// <summary>What came of verifying the contact details, as typed.</summary>
public sealed record ContactCheckForm
{
    public ContactCheckOutcome? Outcome { get; init; }

    public string? Note { get; init; }
}

/// <summary>An answer for the library, as typed.</summary>
public sealed record AnswerForm
{
    public string? Question { get; init; }

    public string? Text { get; init; }

    public string? Source { get; init; }

    public DateOnly? ReviewByOn { get; init; }
}

/// <summary>A question handed over at a visit (ت-١).</summary>
public sealed record VisitQuestion(Guid VisitId, Guid? BeneficiaryId, string VisitorName, string Text, DateTime AskedAt)
{
    public Guid? OfficerId { get; init; }

    /// <summary>Of one that was answered before there were inquiries.</summary>
    public string? Answer { get; init; }

    public string? AnswerSource { get; init; }

    public DateTime? AnsweredAt { get; init; }

    public string? AnsweredByName { get; init; }
}
