using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>What anybody who joins today owes, read once for many: new people have signed nothing and are exempt from nothing.</summary>
internal sealed class Owing
{
    private readonly HashSet<Guid> opened = [];

    private Owing(DateOnly requiredOn, DateOnly dueOn, IReadOnlyList<(Guid Version, IReadOnlySet<StaffKind> Audience)> inForce) =>
        (RequiredOn, DueOn, InForce) = (requiredOn, dueOn, inForce);

    private DateOnly RequiredOn { get; }

    private DateOnly DueOn { get; }

    private IReadOnlyList<(Guid Version, IReadOnlySet<StaffKind> Audience)> InForce { get; }

    public static async Task<Owing> ReadAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var due = (await CalendarReader.ReadAsync(db, cancel)).AddWorkingDays(act.On, await SettingReader.OfAsync(db, Limits.JoinerSignWithin, cancel));
        var (versions, policies) = (db.PolicyVersions, db.Policies);
        var audiences = await policies.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Audience, cancel);
        var inForce = await versions.AsNoTracking().Where(v => v.Status == VersionStatus.Effective).Select(v => new { v.PolicyId, Version = v.SignatureVersionId!.Value }).ToListAsync(cancel);
        return new Owing(act.On, due, [.. inForce.Select(v => (v.Version, audiences[v.PolicyId]))]);
    }

    public IEnumerable<Acknowledgement> Of(StaffMember member)
    {
        foreach (var (version, audience) in InForce.Where(v => v.Audience.Contains(member.Kind)))
        {
            opened.Add(version);
            yield return new Acknowledgement(version, member.Id, RequiredOn, DueOn);
        }
    }

    /// <summary>One entry a version for what <see cref="Of"/> gave since the last one.</summary>
    public void Record(CaseDbContext db, Act act, int people)
    {
        foreach (var version in opened)
            db.Record(act, "policies.ack.open", version, nameof(PolicyVersion), people.ToString(CultureInfo.InvariantCulture), Clauses.Scope);
        opened.Clear();
    }
}
