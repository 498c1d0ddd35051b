using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A guardian (ولي) or agent (وكيل): who acts for a beneficiary, by which paper, until when.</summary>
public sealed class Representative : CaseEntity, IAudited, IOfBeneficiary
{
    private Representative()
    {
    }

    internal Representative(Guid beneficiaryId) => BeneficiaryId = beneficiaryId;

    public Guid BeneficiaryId { get; private set; }

    public RepresentativeKind Kind { get; private set; }

    [PrivateValue]
    public string Name { get; private set; } = "";

    public IdKind IdKind { get; private set; }

    [PrivateValue]
    public byte[] IdSealed { get; private set; } = [];

    [PrivateValue]
    public byte[] IdLookup { get; private set; } = [];

    [PrivateValue]
    public string IdTail { get; private set; } = "";

    /// <summary>Asked of a guardian, who must be older than the ward (B28).</summary>
    [PrivateValue]
    public DateOnly? BirthOn { get; private set; }

    [PrivateValue]
    public string Mobile { get; private set; } = "";

    [PrivateValue]
    public Kinship Kinship { get; private set; }

    /// <summary>رقم الوكالة أو صك الولاية.</summary>
    [PrivateValue]
    public string ProofNo { get; private set; } = "";

    [PrivateValue]
    public string ProofIssuer { get; private set; } = "";

    /// <summary>The last day the paper holds; null when it has no end.</summary>
    public DateOnly? ValidUntilOn { get; private set; }

    /// <summary>May sign the declaration in her name (ت-٤).</summary>
    public bool MaySign { get; private set; }

    /// <summary>The paper was withdrawn or the person changed.</summary>
    public DateOnly? EndedOn { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    public bool IsExpired(DateOnly today) => ValidUntilOn < today;

    /// <summary>Whether the person may act for her on this day.</summary>
    public bool MayActOn(DateOnly day) => EndedOn is null && !IsExpired(day);

    public bool CanEnd => EndedOn is null;

    internal void Describe(RepresentativeData data)
    {
        (Kind, Name, BirthOn, Mobile, Kinship) = (data.Kind, data.Name, data.BirthOn, data.Mobile, data.Kinship);
        (ProofNo, ProofIssuer, ValidUntilOn, MaySign) = (data.ProofNo, data.ProofIssuer, data.ValidUntilOn, data.MaySign);
    }

    internal void Identify(IdKind kind, byte[] sealedNumber, byte[] lookup, string tail) => (IdKind, IdSealed, IdLookup, IdTail) = (kind, sealedNumber, lookup, tail);

    internal void End(Act act)
    {
        if (!CanEnd)
            throw new RuleViolation("registry.representative.ended");
        EndedOn = act.On;
    }
}

/// <summary>A guardian or agent, checked.</summary>
internal sealed record RepresentativeData(
    RepresentativeKind Kind, string Name, DateOnly? BirthOn, string Mobile, Kinship Kinship, string ProofNo, string ProofIssuer, DateOnly? ValidUntilOn, bool MaySign);

internal sealed class RepresentativeMapping : IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Representative> builder)
    {
        builder.ToTable(RepresentativeService.Table);
        builder.HasIndex(r => r.BeneficiaryId);
        builder.HasIndex(r => r.IdLookup);
        builder.Property(r => r.Name).HasMaxLength(120);
        builder.Property(r => r.IdSealed).HasMaxLength(100);
        builder.Property(r => r.IdLookup).HasMaxLength(32);
        builder.Property(r => r.IdTail).HasMaxLength(4);
        builder.Property(r => r.Mobile).HasMaxLength(10);
        builder.Property(r => r.ProofNo).HasMaxLength(RepresentativeForm.LongestProof);
        builder.Property(r => r.ProofIssuer).HasMaxLength(RepresentativeForm.LongestIssuer);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(r => r.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
