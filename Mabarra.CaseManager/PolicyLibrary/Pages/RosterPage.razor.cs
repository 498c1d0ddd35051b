using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.PolicyLibrary.Pages;

/// <summary>Who works here, and the departments with their heads.</summary>
public sealed partial class RosterPage
{
    private readonly FormErrors _errors = new();
    private PagedList<MemberRow>? _list;
    private IReadOnlyList<Choice<string>> _kinds = [];
    private IReadOnlyList<Choice<string>> _departmentChoices = [];
    private IReadOnlyList<DepartmentRow> _departments = [];
    private IReadOnlyList<Choice<Guid?>> _heads = [];
    private DepartmentRow? _department;
    private MemberRow? _row;
    private Guid _key = Guid.NewGuid();
    private Guid? _head;
    private string? _departmentName;
    private string? _said;
    private bool _isActive;
    private bool _mayEdit;
    private bool _open;

    protected override async Task OnInitializedAsync()
    {
        _mayEdit = (await Actor.ActAsync()).Actor.May(PolicyLibraryModule.RosterPermission);
        _kinds = [.. Enum.GetValues<StaffKind>().Select(k => new Choice<string>(k.ToString(), T[$"member.kind.{k}"]))];
        await LoadDepartmentsAsync();
    }

    private async Task<Page<MemberRow>> LoadAsync(PageQuery query, CancellationToken cancel) => await Roster.PageAsync(await Actor.ActAsync(), query, cancel);

    private async Task LoadDepartmentsAsync()
    {
        _departments = await Roster.DepartmentsAsync(await Actor.ActAsync(), CancellationToken.None);
        _departmentChoices = [.. _departments.Select(d => new Choice<string>(d.Id.ToString(), d.NameAr))];
    }

    private void Open(MemberRow? row) => (_open, _row, _said) = (true, row, null);

    private async Task DoneAsync()
    {
        (_open, _said) = (false, T["saved"]);
        await RefreshAsync();
    }

    private async Task AddAccountsAsync()
    {
        var added = 0;
        if (!await _errors.TryAsync(async () => added = await Service.AddAccountsAsync(await Actor.ActAsync())))
            return;
        _said = added == 0 ? T["roster.accounts.none"] : Plural.Of(T["roster.accounts.added"], added);
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        await LoadDepartmentsAsync();
        if (_list is not null)
            await _list.RefreshAsync();
    }

    private async Task OpenDepartmentAsync(DepartmentRow? row)
    {
        _errors.Clear();
        (_department, _departmentName, _head, _isActive, _key) = (row ?? new DepartmentRow(Guid.Empty, "", true, null, null, 0), row?.NameAr, row?.HeadId, row?.IsActive ?? true, Guid.NewGuid());
        _heads = row is null ? [] : [.. (await Roster.HeadsAsync(await Actor.ActAsync(), row.Id, CancellationToken.None)).Select(h => new Choice<Guid?>(h.Id, h.Name))];
    }

    private async Task SaveDepartmentAsync()
    {
        if (_department is not { } department)
            return;
        var done = await _errors.TryAsync(async () =>
        {
            var act = await Actor.ActAsync();
            if (department.Id == Guid.Empty)
                await DepartmentActs.AddAsync(act, _key, _departmentName);
            else
                await DepartmentActs.ChangeAsync(act, department.Id, _departmentName, _head, _isActive);
        });
        if (!done)
            return;
        _department = null;
        await RefreshAsync();
    }
}
