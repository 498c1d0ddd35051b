using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Administration.Settings.Pages;

/// <summary>One text in both languages, with its versions.</summary>
public sealed partial class TextEditor
{
    private readonly FormErrors _errors = new();
    private DraftKeeper<TextForm>? _keeper;
    private IReadOnlyList<TextVersionRow> _versions = [];
    private TextForm _form = new();
    private IDisposable? _watch;
    private int _basis;
    private string? _said;
    private bool _stale;

    [Parameter, EditorRequired] public EditableText Text { get; set; } = null!;

    [Inject] private TextQueries Queries { get; set; } = null!;

    [Inject] private TextService Service { get; set; } = null!;

    [Inject] private Confirm Confirm { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private IStringLocalizer<SettingsText> T { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _watch = Live.Watch(() => _ = InvokeAsync(RefreshAsync), typeof(TextVersion));
        await LoadAsync();
        Take(_versions[0]);
    }

    private async Task LoadAsync() => _versions = await Queries.VersionsAsync(await Actor.ActAsync(), Text, CancellationToken.None);

    /// <summary>Somebody published another version: it shows below, and what is being typed here stays.</summary>
    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void Take(TextVersionRow version)
    {
        _basis = version.No;
        _form = new TextForm
        {
            Arabic = TextTyping.Show(Text, version.Arabic, AppCulture.Arabic),
            English = TextTyping.Show(Text, version.English, AppCulture.English),
        };
    }

    private Task SaveAsync() => RunAsync(act => Service.PublishAsync(act, Text.Code, _basis, _form));

    private async Task AgainAsync(TextVersionRow earlier)
    {
        var answer = await Confirm.AskAsync(new Question
        {
            Title = T["texts.again.title", earlier.No],
            Text = T["texts.again.text", _versions[0].No + 1],
            Action = T["texts.again"],
            ReasonLabel = T["texts.why"],
        });
        if (answer.Yes)
            await RunAsync(act => Service.TakeUpAgainAsync(act, Text.Code, _versions[0].No, earlier.No, answer.Reason));
    }

    private async Task TakeBackAsync()
    {
        _errors.Clear();
        Take(_versions[0]);
        if (_keeper is not null)
            await _keeper.ClearAsync(_form);
    }

    private async Task RunAsync(Func<Act, Task<int>> publish)
    {
        _said = null;
        try
        {
            var no = 0;
            if (!await _errors.TryAsync(async () => no = await publish(await Actor.ActAsync())))
                return;
            (_said, _stale) = (T["texts.published", no], false);
            await LoadAsync();
            await TakeBackAsync();
        }
        catch (StaleRecord)
        {
            // What was typed stays; the other's version stands below, and publishing again is a new decision.
            (_said, _stale) = (T["stale"], true);
            await LoadAsync();
            _basis = _versions[0].No;
        }
    }

    public void Dispose() => _watch?.Dispose();
}
