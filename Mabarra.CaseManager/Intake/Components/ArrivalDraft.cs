namespace Mabarra.CaseManager.Intake.Components;

/// <summary>What is being typed about somebody who arrives.</summary>
public sealed class ArrivalDraft
{
    /// <summary>Made with the form: sent twice, it registers one arrival (C6).</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    public Guid? BeneficiaryId { get; set; }

    /// <summary>Of the file that was chosen, to show.</summary>
    public string? BeneficiaryName { get; set; }

    public string? VisitorName { get; set; }

    public string? Purpose { get; set; }

    public string? Question { get; set; }

    public bool ByVolunteer { get; set; }

    public string? VolunteerName { get; set; }

    public Guid? SupervisorId { get; set; }

    public NewVisit ToNew() => new()
    {
        BeneficiaryId = BeneficiaryId,
        VisitorName = VisitorName,
        Purpose = Purpose,
        Question = Question,
        ByVolunteer = ByVolunteer,
        VolunteerName = VolunteerName,
        SupervisorId = SupervisorId,
    };
}
