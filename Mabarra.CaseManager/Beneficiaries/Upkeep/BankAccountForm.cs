namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>An account, as typed.</summary>
public sealed record BankAccountForm
{
    /// <summary>Left empty on a change to keep the number that is saved.</summary>
    public string? Iban { get; set; }

    /// <summary>The account is in her own name.</summary>
    public bool IsOwn { get; set; } = true;

    public string? OwnerName { get; set; }

    public Kinship? OwnerKinship { get; set; }

    public string? ProofRef { get; set; }

    internal CheckedAccount Check(bool isNew)
    {
        var check = new FieldChecks();
        var iban = isNew ? check.Required(Iban, nameof(Iban), Kernel.Iban.Check) : check.Optional(Iban, nameof(Iban), Kernel.Iban.Check);
        var owner = IsOwn ? null : check.FullName(OwnerName, nameof(OwnerName));
        if (!IsOwn)
            check.Chosen(OwnerKinship, nameof(OwnerKinship));
        var proof = check.OptionalLine(ProofRef, nameof(ProofRef), 80);
        check.ThrowIfAny();
        return new CheckedAccount(iban, owner, IsOwn ? null : OwnerKinship, proof);
    }
}

internal sealed record CheckedAccount(string? Iban, string? OwnerName, Kinship? OwnerKinship, string? ProofRef);
