using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee.Pages;

/// <summary>Minutes: edited beside what they will read like, fixed, signed by everybody who was there, approved.</summary>
public sealed partial class MinutesPage
{
    private readonly FormErrors _errors = new();
    private MinutesView? _view;
    private string? _body;
    private bool _stale;

    [Parameter] public Guid Id { get; set; }

    [Inject] private MinutesQueries Records { get; set; } = null!;

    [Inject] private MinutesService Acts { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private Confirm Confirm { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<ReviewText> T { get; set; } = null!;

    protected override void OnInitialized() => Watch(typeof(Minutes), typeof(MinutesSignature));

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Minutes.Id == Id)
            return;
        // Nothing of the minutes shown before may stay while the next are checked (A5).
        (_view, _body) = (null, null);
        await LoadAsync();
    }

    protected override async Task LoadAsync()
    {
        var before = _view?.Minutes.Body;
        _view = await Records.OpenAsync(await Actor.ActAsync(), Id, Left);
        if (_view is null)
            Navigation.NotFound();
        // What is being typed stays.
        else if (_body is null || string.Equals(_body, before, StringComparison.Ordinal))
            _body = _view.Minutes.Body;
    }

    private Task<bool> SaveAsync() => RunAsync((act, version) => Acts.EditAsync(act, Id, version, _body, Left));

    /// <summary>What was typed and not saved is saved first, or it would be lost.</summary>
    private async Task FixAsync()
    {
        var answer = await Confirm.AskAsync(new Question { Title = T["minutes.fix"], Text = T["minutes.fix.text"], Action = T["minutes.fix"] });
        if (!answer.Yes)
            return;
        if (!string.Equals(_body, _view!.Minutes.Body, StringComparison.Ordinal) && !await RunAsync((act, version) => Acts.EditAsync(act, Id, version, _body, Left)))
            return;
        await RunAsync((act, version) => Acts.FixAsync(act, Id, version, Left));
    }

    private async Task<bool> RunAsync(Func<Act, Guid, Task> act)
    {
        _stale = false;
        var done = false;
        try
        {
            done = await _errors.TryAsync(async () => await act(await Actor.ActAsync(), _view!.Minutes.Version));
        }
        catch (StaleRecord)
        {
            _stale = true;
        }
        await LoadAsync();
        return done;
    }

    protected override bool IsRead => _view is not null;
}
