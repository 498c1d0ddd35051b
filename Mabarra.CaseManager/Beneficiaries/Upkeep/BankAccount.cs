using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The account aid is paid to: sealed, found by keyed hash, shown by its last four characters (DOMAIN.md §2.1).</summary>
public sealed class BankAccount : CaseEntity, IAudited, IOfBeneficiary
{
    private BankAccount()
    {
    }

    internal BankAccount(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public byte[] IbanSealed { get; private set; } = [];

    [PrivateValue]
    public byte[] IbanLookup { get; private set; } = [];

    [PrivateValue]
    public string IbanTail { get; private set; } = "";

    /// <summary>The two digits of the bank.</summary>
    [PrivateValue]
    public string BankCode { get; private set; } = "";

    /// <summary>Whose account it is when it is not her own.</summary>
    [PrivateValue]
    public string? OwnerName { get; private set; }

    [PrivateValue]
    public Kinship? OwnerKinship { get; private set; }

    /// <summary>The paper that proves the account.</summary>
    [PrivateValue]
    public string? ProofRef { get; private set; }

    public bool IsOwn => OwnerName is null;

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    internal void Describe(string? ownerName, Kinship? ownerKinship, string? proofRef) =>
        (OwnerName, OwnerKinship, ProofRef) = (ownerName, ownerName is null ? null : ownerKinship, proofRef);

    internal void Hold(string iban, byte[] sealedIban, byte[] lookup) =>
        (IbanSealed, IbanLookup, IbanTail, BankCode) = (sealedIban, lookup, IdNumbers.Tail(iban), iban[4..6]);
}

internal sealed class BankAccountMapping : IEntityTypeConfiguration<BankAccount>
{
    public void Configure(EntityTypeBuilder<BankAccount> builder)
    {
        builder.ToTable("BankAccounts");
        builder.HasIndex(a => a.BeneficiaryId).IsUnique();
        builder.HasIndex(a => a.IbanLookup);
        builder.Property(a => a.IbanSealed).HasMaxLength(100);
        builder.Property(a => a.IbanLookup).HasMaxLength(32);
        builder.Property(a => a.IbanTail).HasMaxLength(4);
        builder.Property(a => a.BankCode).HasMaxLength(2);
        builder.Property(a => a.OwnerName).HasMaxLength(120);
        builder.Property(a => a.ProofRef).HasMaxLength(80);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(a => a.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
