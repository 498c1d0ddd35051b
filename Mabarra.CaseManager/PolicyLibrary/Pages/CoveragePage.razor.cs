using System.Globalization;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.PolicyLibrary.Pages;

/// <summary>Human resources' page: how far each version is signed, who is late by how long, copies and exemptions. Moves by itself as people sign.</summary>
public sealed partial class CoveragePage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _copyErrors = new();
    private IReadOnlyList<CoverageVersion>? _versions;
    private IReadOnlyList<Choice<Guid>> _choices = [];
    private IReadOnlyList<Choice<string>> _states = [];
    private IReadOnlyList<Choice<string>> _departments = [];
    private IReadOnlyList<CopyRow> _copies = [];
    private IReadOnlyList<ExemptionRow> _exemptions = [];
    private Coverage? _coverage;
    private PagedList<AckRow>? _list;
    private SignaturePad? _pad;
    private IDisposable? _watch;
    private Guid _version;
    private Guid? _copy;
    private string? _receiver;
    private string? _said;
    private bool _mayRecord;
    private bool _mayExempt;

    private static readonly string[] States = ["open", "escalated", "signed", "exempt", "all"];

    [SupplyParameterFromQuery(Name = "version")] public string? Version { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _watch = Live.Watch(() => _ = InvokeAsync(RefreshAsync), typeof(Acknowledgement), typeof(DepartmentCopy), typeof(PolicyExemption));
        _states = [.. States.Select(s => new Choice<string>(s, T["state." + s]))];
        _departments = [.. (await Departments.ActiveAsync(CancellationToken.None)).Select(d => new Choice<string>(d.Id.ToString(), d.NameAr))];
    }

    protected override async Task OnParametersSetAsync()
    {
        var act = await Actor.ActAsync();
        (_mayRecord, _mayExempt) = (act.Actor.May(PolicyLibraryModule.RecordPermission), act.Actor.May(PolicyLibraryModule.ExemptPermission));
        _versions = await Queries.VersionsAsync(act, CancellationToken.None);
        _choices = [.. _versions.Select(v => new Choice<Guid>(v.Id, T["coverage.choice", AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? v.TitleAr : v.TitleEn, v.No]))];
        // The address bar is input: what is no version is the first one in force.
        _version = Guid.TryParse(Version, out var asked) && _versions.Any(v => v.Id == asked) ? asked : _versions is [var first, ..] ? first.Id : Guid.Empty;
        await LoadAsync(act);
    }

    private async Task LoadAsync(Act act)
    {
        if (_version == Guid.Empty)
            return;
        _coverage = await Queries.OfAsync(act, _version, CancellationToken.None);
        _copies = await Queries.CopiesAsync(act, _version, CancellationToken.None);
        _exemptions = await Queries.ExemptionsAsync(act, CancellationToken.None);
    }

    private async Task<Page<AckRow>> LoadAsync(PageQuery query, CancellationToken cancel) => await Queries.PageAsync(await Actor.ActAsync(), _version, query, cancel);

    private async Task RefreshAsync()
    {
        await LoadAsync(await Actor.ActAsync());
        if (_list is not null)
            await _list.RefreshAsync();
        StateHasChanged();
    }

    private Task RemindAsync() => RunAsync(async act =>
    {
        var count = await Desk.RemindAsync(act, _version);
        _said = count == 0 ? T["remind.none"] : Plural.Of(T["remind.done"], count);
    });

    private async Task RecordCopyAsync()
    {
        var drawing = _pad is null ? null : await _pad.PngAsync();
        ReadOnlyMemory<byte>? picture = drawing is null ? null : new ReadOnlyMemory<byte>(drawing);
        if (await _copyErrors.TryAsync(async () => await Copies.RecordAsync(await Actor.ActAsync(), _copy!.Value, _receiver, picture)))
            _copy = null;
        await RefreshAsync();
    }

    private async Task RunAsync(Func<Act, Task> run)
    {
        await _errors.TryAsync(async () => await run(await Actor.ActAsync()));
        await RefreshAsync();
    }

    public void Dispose() => _watch?.Dispose();
}
