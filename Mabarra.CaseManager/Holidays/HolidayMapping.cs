using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Holidays;

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("Holidays");
        builder.HasIndex(h => h.On).IsUnique();
        builder.Property(h => h.NameAr).HasMaxLength(80);
        builder.Property(h => h.NameEn).HasMaxLength(80);
        builder.Property(h => h.SourceRef).HasMaxLength(80);
    }
}

internal sealed class WorkScheduleMapping : IEntityTypeConfiguration<WorkSchedule>
{
    public void Configure(EntityTypeBuilder<WorkSchedule> builder)
    {
        builder.ToTable("WorkSchedules");
        builder.HasIndex(w => w.From).IsUnique();
        builder.Property(w => w.Days).HasMaxLength(80).HasConversion(
            days => string.Join(',', days.Order()),
            text => Parse(text),
            new ValueComparer<IReadOnlySet<DayOfWeek>>((a, b) => a!.SetEquals(b!), s => s.Aggregate(0, (h, d) => h ^ (1 << (int)d)), s => s));
    }

    private static HashSet<DayOfWeek> Parse(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>).ToHashSet();
}
