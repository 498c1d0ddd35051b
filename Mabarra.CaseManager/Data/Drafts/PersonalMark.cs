using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data.Drafts;

/// <summary>A small thing the app remembers for one person (how far the tour went). Not case data and nothing about anybody else: no audit.</summary>
internal sealed class PersonalMark
{
    public required Guid Id { get; init; }

    public required Guid ActorId { get; init; }

    public required string Name { get; init; }

    public string Value { get; set; } = "";

    public DateTime SavedAt { get; set; }
}

internal sealed class PersonalMarkMapping : IEntityTypeConfiguration<PersonalMark>
{
    public void Configure(EntityTypeBuilder<PersonalMark> builder)
    {
        builder.ToTable("PersonalMarks");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(60);
        builder.Property(m => m.Value).HasMaxLength(60);
        builder.HasIndex(m => new { m.ActorId, m.Name }).IsUnique();
    }
}

/// <summary>Reads and keeps marks of whoever is signed in.</summary>
public sealed class PersonalMarks(IDbContextFactory<CaseDbContext> contexts, CurrentActor actor, TimeProvider clock)
{
    public async Task<string?> ReadAsync(string name)
    {
        var who = (await actor.ActAsync()).Actor.Id;
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<PersonalMark>().AsNoTracking().Where(m => m.ActorId == who && m.Name == name).Select(m => m.Value).FirstOrDefaultAsync();
    }

    public async Task WriteAsync(string name, string value)
    {
        var who = (await actor.ActAsync()).Actor.Id;
        await using var db = await contexts.CreateDbContextAsync();
        var mark = await db.Set<PersonalMark>().FirstOrDefaultAsync(m => m.ActorId == who && m.Name == name);
        if (mark is null)
        {
            mark = new PersonalMark { Id = Guid.CreateVersion7(), ActorId = who, Name = name };
            db.Add(mark);
        }

        (mark.Value, mark.SavedAt) = (value, clock.Now);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // The same person's other tab was faster.
        }
    }
}
