using System.Globalization;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Committee.Components;

/// <summary>Who sits in a committee, who sat there, and from when to when.</summary>
public sealed partial class MembersPanel
{
    private readonly FormErrors _errors = new();
    private IReadOnlyList<Choice<Guid?>> _candidates = [];
    private IReadOnlyList<Choice<CommitteePosition>> _positions = [];
    private bool _adding;
    private Guid? _ending;
    private Guid? _who;
    private CommitteePosition _position = CommitteePosition.Member;
    private DateOnly? _from;
    private DateOnly? _to;
    private bool _votes;
    private DateOnly? _endOn;
    private string? _reason;

    [Parameter, EditorRequired] public CommitteeDetail Detail { get; set; } = null!;

    /// <summary>The page reads the committee again.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private StandingCommittee Committee => Detail.Committee;

    private IEnumerable<CommitteeMember> Sorted =>
        Committee.Members.OrderByDescending(m => m.IsActive(Detail.Today)).ThenBy(m => m.Position).ThenByDescending(m => m.FromOn);

    protected override void OnInitialized() =>
        _positions = [.. Enum.GetValues<CommitteePosition>().Select(p => new Choice<CommitteePosition>(p, T[$"position.{p}"]))];

    private async Task BeginAsync()
    {
        _adding = !_adding;
        if (!_adding)
            return;
        _errors.Clear();
        (_who, _position, _from, _to, _votes) = (null, CommitteePosition.Member, Clock.Today, Committee.TermEndsOn, false);
        _candidates = [.. (await Committees.CandidatesAsync(await Actor.ActAsync(), CancellationToken.None)).Select(c => new Choice<Guid?>(c.Id, c.Name))];
    }

    private async Task AppointAsync()
    {
        var form = new MembershipForm { EmployeeId = _who, Position = _position, FromOn = _from, ToOn = _to, IsVoting = _votes };
        if (!await _errors.TryAsync(async () => await Acts.AppointAsync(await Actor.ActAsync(), Committee.Id, Committee.Version, form)))
            return;
        _adding = false;
        await Changed.InvokeAsync();
    }

    private void BeginEnd(CommitteeMember member)
    {
        _errors.Clear();
        (_ending, _endOn, _reason) = (member.Id, Clock.Today, null);
    }

    private async Task EndAsync()
    {
        var ending = _ending!.Value;
        if (!await _errors.TryAsync(async () => await Acts.EndMemberAsync(await Actor.ActAsync(), Committee.Id, Committee.Version, ending, new EndForm(_endOn, _reason))))
            return;
        _ending = null;
        await Changed.InvokeAsync();
    }

    private string Period(CommitteeMember member) => member.ToOn is { } to
        ? T["period.fromto", Day(member.FromOn), Day(to)]
        : T["period.from", Day(member.FromOn)];

    private static string Day(DateOnly day) => DateText.Gregorian(day, CultureInfo.CurrentUICulture);
}
