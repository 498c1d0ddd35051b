using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A consent: for one purpose, to one text, given by some means at some time; and when it was withdrawn (Reg. 11). Never a condition of service (Law 7).</summary>
public sealed class ConsentRecord : CaseEntity, IAudited, IOfBeneficiary
{
    /// <summary>The texts people consent to, as they stand in the app's words; raised when one of them changes.</summary>
    public const string CurrentText = "1";

    private ConsentRecord()
    {
    }

    internal ConsentRecord(Act act, Guid beneficiaryId, ConsentPurpose purpose, ConsentMethod method) =>
        (BeneficiaryId, Purpose, Method, TextVersion, GivenAt, TakenByName) = (beneficiaryId, purpose, method, CurrentText, act.At, act.Actor.Name);

    public Guid BeneficiaryId { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public ConsentMethod Method { get; private set; }

    public string TextVersion { get; private set; } = "";

    public DateTime GivenAt { get; private set; }

    public string TakenByName { get; private set; } = "";

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The photo kept under this consent.</summary>
    public Guid? PhotoId { get; private set; }

    Guid IAudited.AuditedRecordId => BeneficiaryId;

    public bool IsGiven => WithdrawnAt is null;

    public bool CanWithdraw => IsGiven;

    internal void Keep(Guid photoId)
    {
        if (Purpose != ConsentPurpose.Photo || !IsGiven)
            throw new RuleViolation("registry.photo.noconsent");
        PhotoId = photoId;
    }

    internal void Withdraw(Act act)
    {
        if (!CanWithdraw)
            throw new RuleViolation("registry.consent.withdrawn");
        (WithdrawnAt, PhotoId) = (act.At, null);
    }
}

internal sealed class ConsentRecordMapping : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder)
    {
        builder.ToTable("ConsentRecords");
        builder.HasIndex(c => c.BeneficiaryId);
        builder.Property(c => c.TextVersion).HasMaxLength(20);
        builder.Property(c => c.TakenByName).HasMaxLength(160);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
