using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What was found of one row.</summary>
public enum ImportRowState
{
    Ready,

    /// <summary>Somebody may have a file already; a person decides.</summary>
    Warned,
    Broken,
    Added,
}

/// <summary>One row of a workbook while it is being brought in. Not case data: what it says of a person is sealed, and it goes with its import.</summary>
public sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>As Excel numbers it.</summary>
    public required int No { get; init; }

    public ImportRowState State { get; set; }

    /// <summary>Decided of a warned row: opened as a file, or left out; null until then.</summary>
    public bool? Take { get; set; }

    /// <summary>Its cells and what was found (<see cref="RowContent"/>).</summary>
    public byte[] Sealed { get; set; } = [];
}

/// <summary>How far a running import is, and which node is at it. A technical row, written with each batch.</summary>
public sealed class ImportProgress
{
    public required Guid ImportId { get; init; }

    /// <summary>Rows looked at, or rows added, in the present run.</summary>
    public int Handled { get; set; }

    public int Added { get; set; }

    /// <summary>A run that ended in a defect is tried again, but not for ever.</summary>
    public int Tries { get; set; }

    public Guid HeldBy { get; set; }

    /// <summary>A node that died at it is replaced after this.</summary>
    public DateTime LeaseEndsAt { get; set; }
}

internal sealed class RegistryImportMapping : IEntityTypeConfiguration<RegistryImport>
{
    public void Configure(EntityTypeBuilder<RegistryImport> builder)
    {
        builder.ToTable("RegistryImports");
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Sha256).HasMaxLength(32);
        builder.Property(i => i.UploadedByName).HasMaxLength(160);
        builder.Property(i => i.Problem).HasMaxLength(600);
        builder.HasIndex(i => i.Status);
        builder.HasIndex(i => i.CreatedAt);
        // The blocks go before the row is saved without them, as with stored documents.
        builder.HasOne<DocumentBody>().WithOne().HasForeignKey<RegistryImport>(i => i.BodyId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public const string Table = "RegistryImportRows";

    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(r => new { r.ImportId, r.No });
        builder.HasIndex(r => new { r.ImportId, r.State, r.No });
        builder.HasOne<RegistryImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportProgressMapping : IEntityTypeConfiguration<ImportProgress>
{
    public void Configure(EntityTypeBuilder<ImportProgress> builder)
    {
        builder.ToTable("RegistryImportProgress");
        builder.HasKey(p => p.ImportId);
        builder.Property(p => p.ImportId).ValueGeneratedNever();
        builder.HasOne<RegistryImport>().WithOne().HasForeignKey<ImportProgress>(p => p.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
