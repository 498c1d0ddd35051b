using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>What one service asks for; saving makes its next version, and open requests keep theirs (ت-٢, ب-٥).</summary>
public sealed partial class ServicePage
{
    private readonly FormErrors _errors = new();
    private ServiceType? _service;
    private ServiceDraft _draft = new();
    private RequirementDraft? _open;
    private IReadOnlyList<Choice<string>> _categories = [];
    private bool _saved;
    private bool _stale;

    [Parameter] public Guid Id { get; set; }

    [Inject] private ServiceTypeQueries Services { get; set; } = null!;

    [Inject] private ServiceTypeService Acts { get; set; } = null!;

    [Inject] private BeneficiaryQueries People { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<ServicesText> T { get; set; } = null!;

    [Inject] private IStringLocalizer<IntakeText> I { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_service?.Id == Id)
            return;
        _service = null;
        _categories = [.. (await People.CategoriesAsync(CancellationToken.None)).Select(c => new Choice<string>(c.Code, c.Name))];
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_saved, _stale, _open) = (false, false, null);
        _errors.Clear();
        _service = await Services.OpenAsync(await Actor.ActAsync(), Id, CancellationToken.None);
        if (_service is null)
            Navigation.NotFound();
        else
            _draft = ServiceDraft.Of(_service);
    }

    private async Task SaveAsync()
    {
        _saved = _stale = false;
        try
        {
            if (!await _errors.TryAsync(async () => await Acts.ReviseAsync(await Actor.ActAsync(), Id, _service!.Version, _draft.ToForm())))
            {
                // The message belongs to a field that may be folded away.
                _open ??= _draft.Rows.Find(r => string.IsNullOrWhiteSpace(r.NameAr));
                return;
            }

            await LoadAsync();
            _saved = true;
        }
        catch (StaleRecord)
        {
            _stale = true;
        }
    }

    private async Task SwitchStudyAsync()
    {
        try
        {
            if (await _errors.TryAsync(async () => await Acts.AskForStudyAsync(await Actor.ActAsync(), Id, _service!.Version, !_service.NeedsStudy)))
                await LoadAsync();
        }
        catch (StaleRecord)
        {
            _stale = true;
        }
    }

    private void Add()
    {
        _open = new RequirementDraft();
        _draft.Rows.Add(_open);
    }

    private void Toggle(RequirementDraft row) => _open = _open == row ? null : row;

    private void Remove(RequirementDraft row) => _draft.Rows.Remove(row);

    private void Move(RequirementDraft row, int by)
    {
        var place = _draft.Rows.IndexOf(row);
        _draft.Rows.RemoveAt(place);
        _draft.Rows.Insert(Math.Clamp(place + by, 0, _draft.Rows.Count), row);
    }

    private static string Name(ServiceType service) => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? service.NameAr : service.NameEn;

    private string Categories(List<string> codes) =>
        codes.Count == 0 ? T["everybody"] : Enumeration.Of(_categories.Where(c => codes.Contains(c.Value)).Select(c => c.Text));

    private string About(RequirementDraft row)
    {
        var parts = new List<string> { I.Word(row.Handling), Categories(row.Categories) };
        if (!row.IsMandatory)
            parts.Add(I["items.optional"]);
        if (row.MaxAgeDays is { } days)
            parts.Add(I["items.maxage", days]);
        if (row.HasExpiry)
            parts.Add(T["expiry.short"]);
        return string.Join(" · ", parts);
    }
}
