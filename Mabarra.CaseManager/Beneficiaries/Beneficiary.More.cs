using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <content>What is added to a file after the first minutes at the desk, where the file stands, and who has seen the paper it rests on.</content>
public sealed partial class Beneficiary
{
    public BeneficiaryStatus Status { get; private set; }

    [PrivateValue]
    public string? StatusReason { get; private set; }

    /// <summary>The day the present status began.</summary>
    public DateOnly? StatusOn { get; private set; }

    [PrivateValue]
    public MaritalStatus? MaritalStatus { get; private set; }

    [PrivateValue]
    public string? Mobile2 { get; private set; }

    /// <summary>Whose telephone the second one is; null for her own.</summary>
    [PrivateValue]
    public Kinship? Mobile2Kinship { get; private set; }

    public PreferredChannel? PreferredChannel { get; private set; }

    /// <summary>يقرأ ويكتب; null while nobody asked.</summary>
    [PrivateValue]
    public bool? IsLiterate { get; private set; }

    /// <summary>The identity document was looked at, not copied (Law 28, Reg. 31).</summary>
    public DateTime? IdSightedAt { get; private set; }

    public Guid? IdSightedById { get; private set; }

    public string? IdSightedByName { get; private set; }

    /// <summary>Somebody went through the data with her and changed nothing.</summary>
    internal void Review(Act act) => DataReviewedOn = act.On;

    public bool CanBecome(BeneficiaryStatus status) => status != Status;

    /// <summary>Puts the file on another footing. The reason stands in the act.</summary>
    internal void Become(BeneficiaryStatus status, DateOnly on, string reason)
    {
        if (!CanBecome(status))
            throw new RuleViolation("registry.status.same", nameof(Status));
        (Status, StatusOn, StatusReason) = (status, on, reason);
    }

    internal void SightId(Act act) => (IdSightedAt, IdSightedById, IdSightedByName) = (act.At, act.Actor.Id, act.Actor.Name);

    internal void Add(MoreData more)
    {
        (MaritalStatus, Mobile2, Mobile2Kinship) = (more.MaritalStatus, more.Mobile2, more.Mobile2Kinship);
        (PreferredChannel, IsLiterate) = (more.PreferredChannel, more.IsLiterate);
        WriteSearchText();
    }

    /// <summary>Another number is another paper, which nobody has looked at yet.</summary>
    private void ForgetSight() => (IdSightedAt, IdSightedById, IdSightedByName) = (null, null, null);

    private void WriteSearchText() => SearchText = $"{NameKey} {Label} {Mobile}{(Mobile2 is null ? "" : " " + Mobile2)}";
}

/// <summary>Checked additions to a file.</summary>
internal sealed record MoreData(MaritalStatus? MaritalStatus, string? Mobile2, Kinship? Mobile2Kinship, PreferredChannel? PreferredChannel, bool? IsLiterate);
