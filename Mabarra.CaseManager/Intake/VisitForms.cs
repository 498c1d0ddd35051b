namespace Mabarra.CaseManager.Intake;

/// <summary>Somebody arrives, as typed.</summary>
public sealed record NewVisit
{
    public Guid? BeneficiaryId { get; init; }

    /// <summary>Not needed when the beneficiary is known.</summary>
    public string? VisitorName { get; init; }

    public string? Purpose { get; init; }

    public string? Question { get; init; }

    /// <summary>A volunteer takes the visit (أ-٦): then it needs his name and the employee who answers for it (R10).</summary>
    public bool ByVolunteer { get; init; }

    public string? VolunteerName { get; init; }

    public Guid? SupervisorId { get; init; }
}

/// <summary>Somebody leaves, as typed.</summary>
public sealed record VisitCloseForm
{
    public string? Question { get; init; }

    public string? Answer { get; init; }

    public string? AnswerSource { get; init; }

    public bool HandOver { get; init; }

    /// <summary>The officer the question goes to; null is «ضابط الاتصال», whoever that is.</summary>
    public Guid? HandOverTo { get; init; }

    public Hospitality? Hospitality { get; init; }
}

/// <summary>Somebody left before being served, as typed.</summary>
public sealed record VisitLeaveForm
{
    public string? Reason { get; init; }

    /// <summary>Of a question she brought.</summary>
    public Guid? HandOverTo { get; init; }
}

/// <summary>The liaison officer's answer, as typed.</summary>
public sealed record VisitAnswerForm
{
    public string? Answer { get; init; }

    public string? AnswerSource { get; init; }
}
