using Mabarra.CaseManager.Contacts.Information.Components;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Contacts.Information.Pages;

/// <summary>Shows an announcement as it goes out, and runs what may be done with it.</summary>
public sealed partial class AnnouncementPage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _acts = new();
    private AnnouncementDetail? _detail;
    private AnnouncementDraft _draft = new();
    private IReadOnlyList<Choice<string>> _categories = [];
    private string? _said;
    private bool _stale;
    private bool _isGone;
    private bool _mayEdit;
    private bool _mayPublish;

    [Parameter] public Guid Id { get; set; }

    [Inject] private AnnouncementService Service { get; set; } = null!;

    [Inject] private InformationQueries Information { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<InformationText> T { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        Watch(typeof(Announcement), typeof(Notice));
        var act = await Actor.ActAsync();
        (_mayEdit, _mayPublish) = (act.Actor.May(InformationModule.EditPermission), act.Actor.May(InformationModule.PublishPermission));
        _categories = [.. (await Information.CategoriesAsync(Left)).Select(c => new Choice<string>(c.Code, c.Name))];
        await LoadAsync();
        if (_detail is not null)
            _draft = AnnouncementDraft.Of(_detail.Announcement);
    }

    protected override async Task LoadAsync()
    {
        _detail = await Information.OpenAsync(await Actor.ActAsync(), Id, Left);
        _isGone = _detail is null;
    }

    private Task WriteAsync() => RunAsync(_errors, act => Service.WriteAsync(act, Id, _detail!.Announcement.Version, _draft.ToForm()));

    private Task RunAsync(Func<Act, Task> run) => RunAsync(_acts, run);

    private async Task RunAsync(FormErrors errors, Func<Act, Task> run)
    {
        _said = null;
        try
        {
            if (!await errors.TryAsync(async () => await run(await Actor.ActAsync())))
                return;
            (_said, _stale) = (T["saved"], false);
        }
        catch (StaleRecord)
        {
            (_said, _stale) = (T["stale"], true);
        }

        await LoadAsync();
    }

    protected override bool IsRead => _detail is not null;
}
