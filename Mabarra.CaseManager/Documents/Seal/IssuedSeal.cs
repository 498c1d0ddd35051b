using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Documents;

/// <summary>The seal of an issued paper. One each (D4): sealed as it was issued, or later when that could not be; then the bytes without it are kept too.</summary>
public sealed class IssuedSeal
{
    private IssuedSeal()
    {
    }

    /// <param name="later">The sealed file, when the paper was issued without its seal.</param>
    internal IssuedSeal(Guid issuedId, DateTime at, SealSigner signer, string subject, DocumentBody? later)
    {
        (IssuedId, SealedAt, CertificatePrint, Subject) = (issuedId, at, signer.Print, subject);
        (BodyId, Length, Sha256) = (later?.Id, later?.Length, later?.Sha256);
    }

    public Guid IssuedId { get; private init; }

    public DateTime SealedAt { get; private init; }

    /// <summary>SHA-256 of the certificate: by the list of these we know our own seals again.</summary>
    public byte[] CertificatePrint { get; private init; } = [];

    public string Subject { get; private init; } = "";

    public Guid? BodyId { get; private init; }

    public long? Length { get; private init; }

    public byte[]? Sha256 { get; private init; }
}

/// <summary>Who signed what a paper says, as the paper itself names them.</summary>
public sealed class IssuedSigner
{
    private IssuedSigner()
    {
    }

    internal IssuedSigner(Guid issuedId, int place, PaperSigner signer) =>
        (IssuedId, Place, Name, RoleAr, RoleEn, SignedAt) = (issuedId, place, signer.Name, signer.RoleAr, signer.RoleEn, signer.SignedAt);

    public Guid IssuedId { get; private init; }

    public int Place { get; private init; }

    public string Name { get; private init; } = "";

    public string RoleAr { get; private init; } = "";

    public string RoleEn { get; private init; } = "";

    public DateTime SignedAt { get; private init; }
}

/// <summary>A signer, for whoever issues the paper.</summary>
public sealed record PaperSigner(string Name, string RoleAr, string RoleEn, DateTime SignedAt);

internal sealed class IssuedSealMapping : IEntityTypeConfiguration<IssuedSeal>
{
    public void Configure(EntityTypeBuilder<IssuedSeal> builder)
    {
        builder.ToTable("IssuedSeals");
        builder.HasKey(s => s.IssuedId);
        builder.Property(s => s.IssuedId).ValueGeneratedNever();
        builder.Property(s => s.CertificatePrint).HasMaxLength(32);
        builder.Property(s => s.Subject).HasMaxLength(160);
        builder.Property(s => s.Sha256).HasMaxLength(32);
        builder.HasIndex(s => s.Sha256);
        builder.HasOne<IssuedDocument>().WithOne().HasForeignKey<IssuedSeal>(s => s.IssuedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DocumentBody>().WithOne().HasForeignKey<IssuedSeal>(s => s.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IssuedSignerMapping : IEntityTypeConfiguration<IssuedSigner>
{
    public void Configure(EntityTypeBuilder<IssuedSigner> builder)
    {
        builder.ToTable("IssuedSigners");
        builder.HasKey(s => new { s.IssuedId, s.Place });
        builder.Property(s => s.Name).HasMaxLength(160);
        builder.Property(s => s.RoleAr).HasMaxLength(80);
        builder.Property(s => s.RoleEn).HasMaxLength(80);
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(s => s.IssuedId).OnDelete(DeleteBehavior.Restrict);
    }
}
