using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>The services: which are offered, in which version, and the way to what each asks for (ت-٢).</summary>
public sealed partial class ServicesPage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _listErrors = new();
    private IReadOnlyList<ServiceListRow>? _rows;
    private IReadOnlyList<Choice<string>> _fields = [];
    private Guid _key = Guid.NewGuid();
    private string? _nameAr;
    private string? _nameEn;
    private string? _field;
    private bool _adding;
    private bool _stale;

    [Inject] private ServiceTypeQueries Services { get; set; } = null!;

    [Inject] private ServiceTypeService Acts { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<ServicesText> T { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Watch(typeof(ServiceType));
        _fields = [.. (await Services.FieldsAsync(Left)).Select(f => new Choice<string>(f.Code, f.Name))];
        await LoadAsync();
    }

    protected override async Task LoadAsync() => _rows = await Services.AllAsync(await Actor.ActAsync(), Left);

    private async Task AddAsync()
    {
        var id = Guid.Empty;
        var form = new NewService { NameAr = _nameAr, NameEn = _nameEn, FieldCode = _field };
        if (!await _errors.TryAsync(async () => id = await Acts.AddAsync(await Actor.ActAsync(), _key, form, Left)))
            return;
        _key = Guid.NewGuid();
        Navigation.NavigateTo(RequestLinks.Service(id));
    }

    private async Task SwitchAsync(ServiceListRow row)
    {
        _stale = false;
        try
        {
            await _listErrors.TryAsync(async () =>
            {
                var act = await Actor.ActAsync();
                await (row.IsActive ? Acts.DeactivateAsync(act, row.Id, row.Version, Left) : Acts.ActivateAsync(act, row.Id, row.Version, Left));
            });
        }
        catch (StaleRecord)
        {
            _stale = true;
        }

        await LoadAsync();
    }

    protected override bool IsRead => _rows is not null;
}
