using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Contacts.Pages;

/// <summary>One notice: its words, its attempts, and what somebody may do about it.</summary>
public sealed partial class NoticePage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _letterErrors = new();
    private NoticeDetail? _detail;
    private string? _said;
    private string? _why;
    private string? _address;
    private bool _stale;
    private bool _cancels;

    [Parameter] public Guid Id { get; set; }

    [Inject] private NoticeQueries Notices { get; set; } = null!;

    [Inject] private NoticeService Service { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<ContactsText> T { get; set; } = null!;

    [Inject] private IStringLocalizer<NoticesText> N { get; set; } = null!;

    protected override void OnInitialized() => Watch(typeof(Notice));

    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Notice.Id == Id)
            return;
        _detail = null;
        await LoadAsync();
    }

    protected override async Task LoadAsync()
    {
        var detail = await Notices.OpenAsync(await Actor.ActAsync(), Id, Left);
        if (detail is null)
            Navigation.NotFound();
        else
            _detail = detail;
    }

    private Task<bool> ResendAsync() => RunAsync(_errors, (act, version) => Service.ResendAsync(act, Id, version), null);

    private Task<bool> TurnToLetterAsync() => RunAsync(_letterErrors, (act, version) => Service.TurnToLetterAsync(act, Id, version, _address), null);

    private async Task CancelAsync()
    {
        if (await RunAsync(_errors, (act, version) => Service.CancelAsync(act, Id, version), _why))
            _cancels = false;
    }

    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Guid, Task> act, string? why)
    {
        _said = null;
        try
        {
            var version = _detail!.Notice.Version;
            if (!await errors.TryAsync(async () => await act(await Actor.ActAsync(why), version)))
                return false;
            (_said, _stale) = (T["notice.saved"], false);
        }
        catch (StaleRecord)
        {
            (_said, _stale) = (T["notice.stale"], true);
        }

        await LoadAsync();
        StateHasChanged();
        return !_stale;
    }

    protected override bool IsRead => _detail is not null;
}
