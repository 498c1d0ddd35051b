using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data.Jobs;

/// <summary>A job that one node does once a day: whose turn it is, and how the last one went.</summary>
public sealed class JobTurn
{
    public required string Name { get; init; }

    /// <summary>The Riyadh day the last turn was for.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Until then the node that took the turn is believed to be at it; afterwards another may take over.</summary>
    public DateTime HeldUntil { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The last time it went well.</summary>
    public DateTime? SucceededAt { get; set; }

    /// <summary>What went wrong the last time; null when all was well.</summary>
    public string? Failure { get; set; }
}

internal sealed class JobTurnMapping : IEntityTypeConfiguration<JobTurn>
{
    public void Configure(EntityTypeBuilder<JobTurn> builder)
    {
        builder.ToTable("JobTurns");
        builder.HasKey(t => t.Name);
        builder.Property(t => t.Name).HasMaxLength(40);
        builder.Property(t => t.Failure).HasMaxLength(1000);
    }
}
