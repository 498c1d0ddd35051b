using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.PolicyLibrary.Pages;

/// <summary>Writing a version row by row, and putting it in force with its approval.</summary>
public sealed partial class DraftPage
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private readonly FormErrors _errors = new();
    private FormErrors _clauseErrors = new();
    private PolicyReading? _reading;
    private ClauseRow? _clause;
    private ClauseRow? _after;
    private bool _editing;
    private bool _isStale;
    private string? _approval;
    private DateOnly? _approvedOn;
    private DateOnly? _effectiveOn;
    private DateOnly? _reviewOn;
    private string? _note;
    private bool _minor;
    private int? _reached;

    [Parameter] public Guid Id { get; set; }

    private bool IsDraft => _reading?.Row.Status == VersionStatus.Draft;

    protected override async Task OnInitializedAsync()
    {
        _effectiveOn = Clock.Today;
        await LoadAsync();
    }

    private async Task LoadAsync() => _reading = await Policies.ReadAsync(await Actor.ActAsync(), Id, CancellationToken.None);

    private void Edit(ClauseRow? row, ClauseRow? after) => (_editing, _clause, _after, _clauseErrors) = (true, row, after, new FormErrors());

    private void Close() => (_editing, _clause, _after) = (false, null, null);

    private async Task SaveAsync(ClauseForm form)
    {
        if (await RunAsync(_clauseErrors, act => Texts.SaveClauseAsync(act, Id, _reading!.Row.Version, _clause?.Id, form, _after?.Order)))
            Close();
    }

    private async Task RemoveAsync(ClauseRow row)
    {
        var answer = await Confirm.AskAsync(new Question { Title = T["clause.remove.title", ClauseKey.Shown(row.Key)], Text = T["clause.remove.text"], Action = T["clause.remove"], Danger = true });
        if (answer.Yes)
            await RunAsync(_errors, act => Texts.RemoveClauseAsync(act, Id, _reading!.Row.Version, row.Id));
    }

    private async Task StoreAsync(PickedFile file, CancellationToken cancel)
    {
        var id = await Documents.StoreAsync(await Actor.ActAsync(), new NewDocument
        {
            Key = Guid.NewGuid(),
            OwnerId = Id,
            OwnerType = nameof(PolicyVersion),
            FileName = file.Name,
            Sensitivity = Sensitivity.Normal,
        }, file.Read(cancel), cancel: cancel);
        await AttachAsync(id);
    }

    private Task<bool> AttachAsync(Guid? document) => RunAsync(_errors, act => Texts.AttachAsync(act, Id, _reading!.Row.Version, document));

    private async Task DropAsync()
    {
        var answer = await Confirm.AskAsync(new Question { Title = T["draft.drop.title"], Text = T["draft.drop.text"], Action = T["draft.drop"], Danger = true });
        var policy = _reading!.PolicyId;
        if (answer.Yes && await _errors.TryAsync(async () => await Texts.DropAsync(await Actor.ActAsync(), Id, _reading.Row.Version)))
            Nav.NavigateTo(PolicyLinks.Open(policy));
    }

    private async Task PublishAsync()
    {
        var form = new PublishForm { ApprovalRef = _approval, ApprovedOn = _approvedOn, EffectiveOn = _effectiveOn, ReviewDueOn = _reviewOn, IsMinor = _minor, ChangeNote = _note };
        var progress = new Progress<int>(count =>
        {
            _reached = count;
            _ = InvokeAsync(StateHasChanged);
        });
        // Off the circuit's thread: for thousands of people it takes seconds, and the page tells how far it is.
        await RunAsync(_errors, act => Task.Run(() => Publishing.PublishAsync(act, Id, _reading!.Row.Version, form, progress)));
        _reached = null;
    }

    /// <summary>What somebody else wrote meanwhile is shown; what was typed stays.</summary>
    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Task> run)
    {
        var done = false;
        try
        {
            done = await errors.TryAsync(async () => await run(await Actor.ActAsync()));
            _isStale = false;
        }
        catch (StaleRecord)
        {
            _isStale = true;
        }
        await LoadAsync();
        return done;
    }
}
