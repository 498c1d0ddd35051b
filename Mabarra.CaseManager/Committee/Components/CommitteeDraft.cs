namespace Mabarra.CaseManager.Committee.Components;

/// <summary>A committee while it is being typed.</summary>
public sealed class CommitteeDraft
{
    public string? NameAr { get; set; }

    public string? NameEn { get; set; }

    public List<CommitteeFunction> Functions { get; set; } = [];

    public QuorumRule QuorumRule { get; set; }

    public string? FormationNo { get; set; }

    public DateOnly? FormedOn { get; set; }

    public DateOnly? TermEndsOn { get; set; }

    public Guid? DocumentId { get; set; }

    public List<string> Services { get; set; } = [];

    public static CommitteeDraft Of(StandingCommittee committee) => new()
    {
        NameAr = committee.NameAr,
        NameEn = committee.NameEn,
        Functions = [.. CommitteeWording.Parts(committee.Functions)],
        QuorumRule = committee.QuorumRule,
        FormationNo = committee.FormationNo,
        FormedOn = committee.FormedOn,
        TermEndsOn = committee.TermEndsOn,
        Services = [.. committee.Services],
    };

    public CommitteeForm ToForm() => new()
    {
        NameAr = NameAr,
        NameEn = NameEn,
        Functions = Functions,
        QuorumRule = QuorumRule,
        FormationNo = FormationNo,
        FormedOn = FormedOn,
        TermEndsOn = TermEndsOn,
        FormationDocumentId = DocumentId,
        Services = Services,
    };
}
