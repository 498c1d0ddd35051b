using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>By what a lost code was given anew.</summary>
public enum TrackingProof
{
    /// <summary>Her identity card was seen.</summary>
    OwnCard,

    /// <summary>Who acts for her came with the paper that says so, and with her number.</summary>
    ActingPerson,
}

/// <summary>
/// A code by which a beneficiary follows her request without an account (أ-٥). It stands on the paper she takes home and nowhere else: here is its keyed hash,
/// so whoever copies the database can follow nobody's request.
/// </summary>
public sealed class TrackingCode : CaseEntity, IAudited
{
    private TrackingCode()
    {
    }

    internal TrackingCode(Guid requestId, byte[] codeHash) => (RequestId, CodeHash) = (requestId, codeHash);

    public Guid RequestId { get; private init; }

    public byte[] CodeHash { get; private init; } = [];

    /// <summary>Since when it opens nothing, because a new one was given; null while it does.</summary>
    public DateTime? VoidedAt { get; private set; }

    /// <summary>Who gave the new one.</summary>
    public string? VoidedByName { get; private set; }

    public TrackingProof? VoidedProof { get; private set; }

    /// <summary>Giving one out, and giving another, are acts on the request.</summary>
    Guid IAudited.AuditedRecordId => RequestId;

    internal void Void(Act act, TrackingProof proof) => (VoidedAt, VoidedByName, VoidedProof) = (act.At, act.Actor.Name, proof);
}

internal sealed class TrackingCodeMapping : IEntityTypeConfiguration<TrackingCode>
{
    public void Configure(EntityTypeBuilder<TrackingCode> builder)
    {
        builder.ToTable("TrackingCodes");
        builder.Property(c => c.CodeHash).HasMaxLength(32);
        builder.Property(c => c.VoidedByName).HasMaxLength(160);
        builder.HasIndex(c => c.CodeHash).IsUnique();
        builder.HasIndex(c => c.RequestId);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
