using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Awareness;

/// <summary>How awareness is spread (DOMAIN.md §2).</summary>
public enum AwarenessKind
{
    /// <summary>ورشة.</summary>
    Workshop,

    /// <summary>نشرة.</summary>
    Bulletin,

    /// <summary>رسالة بريدية.</summary>
    Email,

    /// <summary>لقاء تعريفي للموظف الجديد.</summary>
    NewJoiner,

    /// <summary>ملصق.</summary>
    Poster,
}

/// <summary>«نشر الوعي بثقافة ومبادئ السلوك الوظيفي»: something done for it on a day, and who was there (مسؤوليات-٣).</summary>
public sealed class AwarenessActivity : CaseEntity, IAudited
{
    public const int LongestTitle = 160;

    private readonly List<AwarenessAttendance> attendance = [];

    private AwarenessActivity()
    {
    }

    internal AwarenessActivity(AwarenessFacts facts) => Change(facts);

    public AwarenessKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public string? Place { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<AwarenessAttendance> Attendance => attendance;

    /// <summary>A bulletin or a poster has readers, no attendance.</summary>
    public bool HasAttendance => TakesAttendance(Kind);

    public Guid AuditedRecordId => Id;

    public static bool TakesAttendance(AwarenessKind kind) => kind is AwarenessKind.Workshop or AwarenessKind.NewJoiner;

    internal void Change(AwarenessFacts facts) => (Kind, Title, HeldOn, Place, Note) = (facts.Kind, facts.Title, facts.HeldOn, facts.Place, facts.Note);

    /// <summary>Who of these people was there; of others it says nothing.</summary>
    internal void Attend(Act act, IReadOnlySet<Guid> of, IReadOnlySet<Guid> present)
    {
        if (!HasAttendance)
            throw new RuleViolation("policies.awareness.noattendance");
        if (HeldOn > act.On)
            throw new RuleViolation("policies.awareness.early");
        attendance.RemoveAll(a => of.Contains(a.MemberId) && !present.Contains(a.MemberId));
        var there = attendance.Select(a => a.MemberId).ToHashSet();
        attendance.AddRange(present.Where(p => of.Contains(p) && !there.Contains(p)).Select(p => new AwarenessAttendance(Id, p)));
    }
}

/// <summary>Somebody was there.</summary>
public sealed class AwarenessAttendance
{
    private AwarenessAttendance()
    {
    }

    internal AwarenessAttendance(Guid activityId, Guid memberId) => (ActivityId, MemberId) = (activityId, memberId);

    public Guid ActivityId { get; private set; }

    public Guid MemberId { get; private set; }
}

/// <summary>An activity, checked.</summary>
internal sealed record AwarenessFacts(AwarenessKind Kind, string Title, DateOnly HeldOn, string? Place, string? Note);

/// <summary>An activity as it is typed.</summary>
public sealed record AwarenessForm
{
    public AwarenessKind Kind { get; init; }

    public required string? Title { get; init; }

    public DateOnly? HeldOn { get; init; }

    public string? Place { get; init; }

    public string? Note { get; init; }

    internal AwarenessFacts Check()
    {
        var check = new FieldChecks();
        var title = check.Line(Title, nameof(Title), AwarenessActivity.LongestTitle, min: 3);
        var place = check.OptionalLine(Place, nameof(Place), 120);
        var note = check.OptionalParagraph(Note, nameof(Note), 600);
        check.That(HeldOn is not null, "policies.awareness.heldon", nameof(HeldOn));
        check.ThrowIfAny();
        return new AwarenessFacts(Kind, title, HeldOn!.Value, place, note);
    }
}
