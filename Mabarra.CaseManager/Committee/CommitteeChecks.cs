using Mabarra.CaseManager.Intake.Services;

namespace Mabarra.CaseManager.Committee;

/// <summary>What may be said of a committee.</summary>
internal static class CommitteeChecks
{
    public const int LongestName = 120;
    private const int LongestNumber = 60;
    private const int LongestReason = 400;

    /// <param name="knownServices">Codes of the services there are.</param>
    public static CommitteeWords Words(CommitteeForm form, IReadOnlySet<string> knownServices, DateOnly today)
    {
        var check = new FieldChecks();
        var name = check.Line(form.NameAr, nameof(form.NameAr), LongestName, min: 2);
        var functions = form.Functions.Aggregate(CommitteeFunction.None, (all, one) => all | one);
        check.That(functions != CommitteeFunction.None, "committees.committee.functions", nameof(form.Functions));
        check.That(Enum.IsDefined(form.QuorumRule), "committees.committee.quorum", nameof(form.QuorumRule));
        // ث-٢: «معتمد من أعضائها», so all of them have to be there.
        check.That(
            !functions.HasFlag(CommitteeFunction.Investigation) || form.QuorumRule == QuorumRule.AllMembers, "committees.committee.allmembers", nameof(form.QuorumRule));
        check.That(form.FormedOn is null || form.FormedOn <= today, "committees.committee.future", nameof(form.FormedOn));
        check.That(form.TermEndsOn is null || form.FormedOn is null || form.TermEndsOn > form.FormedOn, "committees.committee.term", nameof(form.TermEndsOn));
        check.That(form.Services.All(knownServices.Contains), "committees.committee.services", nameof(form.Services));
        var words = new CommitteeWords
        {
            NameAr = name,
            NameEn = check.OptionalLine(form.NameEn, nameof(form.NameEn), LongestName) ?? name,
            Functions = functions,
            QuorumRule = form.QuorumRule,
            FormationNo = check.OptionalLine(form.FormationNo, nameof(form.FormationNo), LongestNumber),
            FormedOn = form.FormedOn,
            FormationDocumentId = form.FormationDocumentId,
            TermEndsOn = form.TermEndsOn,
            ServiceList = CategoryList.Write(form.Services),
        };
        check.ThrowIfAny();
        return words;
    }

    public static void Member(MembershipForm form)
    {
        var check = new FieldChecks();
        check.That(form.EmployeeId is { } id && id != Guid.Empty, "committees.member.who", nameof(form.EmployeeId));
        check.That(Enum.IsDefined(form.Position), "committees.member.position", nameof(form.Position));
        check.That(form.FromOn is not null, "committees.member.from", nameof(form.FromOn));
        check.That(form.ToOn is null || form.FromOn is null || form.ToOn >= form.FromOn, "committees.member.period", nameof(form.ToOn));
        check.ThrowIfAny();
    }

    public static (DateOnly On, string Reason) End(EndForm form)
    {
        var check = new FieldChecks();
        check.That(form.On is not null, "committees.member.endday", nameof(form.On));
        var reason = check.Line(form.Reason, nameof(form.Reason), LongestReason, min: 3);
        check.ThrowIfAny();
        return (form.On!.Value, reason);
    }
}
