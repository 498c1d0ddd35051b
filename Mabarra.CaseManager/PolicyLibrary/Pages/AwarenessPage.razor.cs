using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Awareness;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.PolicyLibrary.Pages;

/// <summary>What is done to spread awareness, who was there, and how many the year's activities have reached (مسؤوليات-٣).</summary>
public sealed partial class AwarenessPage
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private readonly FormErrors _errors = new();
    private IReadOnlyList<Choice<AwarenessKind>> _kinds = [];
    private IReadOnlyList<Choice<string>> _kindNames = [];
    private IReadOnlyList<Choice<Guid?>> _departments = [];
    private IReadOnlyList<AttendeeRow>? _people;
    private List<Guid>? _present;
    private PagedList<AwarenessRow>? _list;
    private AwarenessYear? _year;
    private AwarenessRow? _row;
    private AwarenessRow? _attending;
    private AwarenessKind _kind;
    private DateOnly? _on;
    private Guid? _department;
    private Guid _key;
    private string? _title;
    private string? _place;
    private string? _note;
    private bool _editing;
    private bool _mayRecord;
    private bool _said;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var act = await Actor.ActAsync();
        _mayRecord = act.Actor.May(PolicyLibraryModule.RecordPermission);
        _kinds = [.. Enum.GetValues<AwarenessKind>().Select(k => new Choice<AwarenessKind>(k, T[$"awareness.kind.{k}"]))];
        _kindNames = [.. _kinds.Select(k => new Choice<string>(k.Value.ToString(), k.Text))];
        _departments = [.. (await Departments.ActiveAsync(CancellationToken.None)).Select(d => new Choice<Guid?>(d.Id, d.NameAr))];
        _year = await Queries.YearAsync(act, CancellationToken.None);
    }

    private async Task<Page<AwarenessRow>> LoadAsync(PageQuery query, CancellationToken cancel) => await Queries.PageAsync(await Actor.ActAsync(), query, cancel);

    private void Edit(AwarenessRow? row)
    {
        _errors.Clear();
        (_editing, _attending, _row, _key) = (true, null, row, Guid.NewGuid());
        (_kind, _title, _on, _place, _note) = (row?.Kind ?? AwarenessKind.Workshop, row?.Title, row?.HeldOn ?? Clock.Today, row?.Place, row?.Note);
    }

    private void Attend(AwarenessRow row)
    {
        _errors.Clear();
        (_attending, _editing, _department, _people, _present, _said) = (row, false, null, null, null, false);
    }

    private async Task ChooseAsync(Guid? department)
    {
        (_department, _said) = (department, false);
        _people = department is { } id ? await Queries.PeopleAsync(await Actor.ActAsync(), _attending!.Id, id, CancellationToken.None) : null;
        _present = _people?.Where(p => p.IsPresent).Select(p => p.MemberId).ToList();
    }

    private async Task SaveAsync()
    {
        var form = new AwarenessForm { Kind = _kind, Title = _title, HeldOn = _on, Place = _place, Note = _note };
        if (await RunAsync(act => _row is { } row ? Service.ChangeAsync(act, row.Id, row.Version, form) : Service.AddAsync(act, _key, form)))
            _editing = false;
    }

    private async Task AttendAsync()
    {
        if (_people is { } people)
            _said = await RunAsync(act => Service.AttendAsync(act, _attending!.Id, people.Select(p => p.MemberId).ToHashSet(), (_present ?? []).ToHashSet()));
    }

    private async Task<bool> RunAsync(Func<Act, Task> run)
    {
        var done = false;
        try
        {
            done = await _errors.TryAsync(async () => await run(await Actor.ActAsync()));
        }
        catch (StaleRecord)
        {
            _errors.Set(new RuleViolation("policies.awareness.stale"));
        }
        _year = await Queries.YearAsync(await Actor.ActAsync(), CancellationToken.None);
        if (_list is not null)
            await _list.RefreshAsync();
        return done;
    }
}
