using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>A reminder of what is still missing, on the days of the <see cref="ReminderPlan"/> (DOMAIN.md §3.1): due once, made once.</summary>
public sealed class DeficiencyReminder : IAudited
{
    private DeficiencyReminder()
    {
    }

    internal DeficiencyReminder(Guid requestId, DateOnly since, int afterDays, DateTime at)
    {
        (RequestId, SinceOn, AfterDays, MarkedAt) = (requestId, since, afterDays, at);
        DueOn = since.AddDays(afterDays);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid RequestId { get; private init; }

    /// <summary>The day of the notice. A request whose completeness was revoked begins again.</summary>
    public DateOnly SinceOn { get; private init; }

    public int AfterDays { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>When it was put on the list.</summary>
    public DateTime MarkedAt { get; private init; }

    /// <summary>When the beneficiary was reminded; null while it is owed.</summary>
    public DateTime? MadeAt { get; private set; }

    public string? MadeByName { get; private set; }

    public Channel? Channel { get; private set; }

    [PrivateValue]
    public string? Note { get; private set; }

    Guid IAudited.AuditedRecordId => RequestId;

    internal void Make(Act act, Channel channel, string? note) =>
        (MadeAt, MadeByName, Channel, Note) = (act.At, act.Actor.Name, channel, note);
}
