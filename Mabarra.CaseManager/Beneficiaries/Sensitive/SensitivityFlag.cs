using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A thing about a person that only few may know. What it is lies sealed; no list, search, export or audit text ever says it (DOMAIN.md §2.3).</summary>
public sealed class SensitivityFlag : CaseEntity, IAudited, IOfBeneficiary
{
    private SensitivityFlag()
    {
    }

    internal SensitivityFlag(Act act, Guid beneficiaryId) => (BeneficiaryId, RaisedByName) = (beneficiaryId, act.Actor.Name);

    public Guid BeneficiaryId { get; private set; }

    [PrivateValue]
    public byte[] KindSealed { get; private set; } = [];

    [PrivateValue]
    public byte[]? NoteSealed { get; private set; }

    public string RaisedByName { get; private set; } = "";

    public DateTime? LiftedAt { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    public bool CanLift => LiftedAt is null;

    internal void Hold(byte[] kind, byte[]? note) => (KindSealed, NoteSealed) = (kind, note);

    internal void Lift(Act act)
    {
        if (!CanLift)
            throw new RuleViolation("registry.flag.lifted");
        LiftedAt = act.At;
    }
}

internal sealed class SensitivityFlagMapping : IEntityTypeConfiguration<SensitivityFlag>
{
    public void Configure(EntityTypeBuilder<SensitivityFlag> builder)
    {
        builder.ToTable(SensitivityService.Table);
        builder.HasIndex(f => f.BeneficiaryId);
        builder.Property(f => f.KindSealed).HasMaxLength(100);
        builder.Property(f => f.RaisedByName).HasMaxLength(160);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(f => f.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
