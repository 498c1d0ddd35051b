namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The rest of a file, as typed: what the desk need not ask while somebody is waiting.</summary>
public sealed record MoreForm
{
    public MaritalStatus? MaritalStatus { get; set; }

    public string? Mobile2 { get; set; }

    public Kinship? Mobile2Kinship { get; set; }

    public PreferredChannel? PreferredChannel { get; set; }

    public bool? IsLiterate { get; set; }

    internal static MoreForm Of(Beneficiary file) => new()
    {
        MaritalStatus = file.MaritalStatus,
        Mobile2 = file.Mobile2,
        Mobile2Kinship = file.Mobile2Kinship,
        PreferredChannel = file.PreferredChannel,
        IsLiterate = file.IsLiterate,
    };

    internal MoreData Check(Beneficiary file)
    {
        var check = new FieldChecks();
        var more = Check(check, file.Mobile);
        check.ThrowIfAny();
        return more;
    }

    /// <summary>The same for whoever gathers the messages of more than this form.</summary>
    internal MoreData Check(FieldChecks check, string mobile)
    {
        check.Known(MaritalStatus, nameof(MaritalStatus));
        check.Known(Mobile2Kinship, nameof(Mobile2Kinship));
        check.Known(PreferredChannel, nameof(PreferredChannel));
        var second = check.Optional(Mobile2, nameof(Mobile2), SaudiPhone.CheckMobile);
        check.That(second is null || !string.Equals(second, mobile, StringComparison.Ordinal), "registry.more.samemobile", nameof(Mobile2));
        return new MoreData(MaritalStatus, second, second is null ? null : Mobile2Kinship, PreferredChannel, IsLiterate);
    }
}

/// <summary>Putting a file on another footing, as typed.</summary>
public sealed record StatusForm
{
    public BeneficiaryStatus? Status { get; set; }

    /// <summary>Since when; today when left out.</summary>
    public DateOnly? On { get; set; }

    public string? Reason { get; set; }

    internal (BeneficiaryStatus Status, DateOnly On, string Reason) Check(Beneficiary file, DateOnly today)
    {
        var check = new FieldChecks();
        check.Chosen(Status, nameof(Status));
        check.That(Status != BeneficiaryStatus.Merged, "registry.choice.unknown", nameof(Status));
        check.That(Status is null || file.CanBecome(Status.Value), "registry.status.same", nameof(Status));
        var on = On ?? today;
        check.That(on <= today, "registry.status.future", nameof(On));
        check.That(on >= file.BirthOn, "registry.status.beforebirth", nameof(On));
        var reason = check.Line(Reason, nameof(Reason), 400, min: 3);
        check.ThrowIfAny();
        return (Status!.Value, on, reason);
    }
}
