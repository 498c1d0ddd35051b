using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Administration.Settings.Pages;

/// <summary>The association's details and logo.</summary>
public sealed partial class AssociationPage
{
    private static readonly HashSet<string> Ltr = new(StringComparer.Ordinal)
    {
        nameof(AssociationProfile.NameEn), nameof(AssociationProfile.LicenceNumber), nameof(AssociationProfile.UnifiedNumber), nameof(AssociationProfile.Phone),
        nameof(AssociationProfile.Fax), nameof(AssociationProfile.Email), nameof(AssociationProfile.Website), nameof(AssociationProfile.SocialHandle),
        nameof(AssociationProfile.OpensAt), nameof(AssociationProfile.ClosesAt), nameof(AssociationProfile.Colour),
    };

    private readonly FormErrors _errors = new();
    private DraftKeeper<AssociationForm>? _keeper;
    private AssociationForm _form = new();
    private SettingGroup? _group;
    private string? _logo;
    private string? _said;
    private bool _stale;

    [Inject] private SettingQueries Queries { get; set; } = null!;

    [Inject] private AssociationService Service { get; set; } = null!;

    [Inject] private Association House { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private IStringLocalizer<SettingsText> T { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync(keep: false);

    /// <param name="keep">What is typed stays.</param>
    private async Task LoadAsync(bool keep)
    {
        var group = await Queries.GroupAsync(await Actor.ActAsync(), AssociationProfile.Group, CancellationToken.None);
        if (!keep)
            _form = AssociationForm.Of(await House.ProfileAsync());
        (_group, _logo) = (group, await House.LogoAsync());
    }

    private async Task SaveAsync()
    {
        if (!await RunAsync(async () => await Service.SaveAsync(await Actor.ActAsync(), _group!.Stamp, _form), keep: false))
            return;
        if (_keeper is not null)
            await _keeper.ClearAsync();
    }

    private async Task StoreLogoAsync(PickedFile file, CancellationToken cancel)
    {
        using var picture = new MemoryStream();
        await using (var content = file.Read(cancel))
            await content.CopyToAsync(picture, cancel);
        await Service.SetLogoAsync(await Actor.ActAsync(), _group!.Stamp, picture.ToArray(), cancel);
        (_said, _stale) = (T["saved"], false);
    }

    private Task<bool> RemoveLogoAsync() => RunAsync(async () => await Service.SetLogoAsync(await Actor.ActAsync(), _group!.Stamp, []), keep: true);

    private async Task<bool> RunAsync(Func<Task> act, bool keep)
    {
        try
        {
            if (!await _errors.TryAsync(act))
                return false;
            (_said, _stale) = (T["saved"], false);
            await LoadAsync(keep);
            return true;
        }
        catch (StaleRecord)
        {
            (_said, _stale) = (T["stale"], true);
            await LoadAsync(keep: true);
            return false;
        }
    }

    private string? HintOf(AssociationField field) => T[$"association.{field.Name}.hint"] is { ResourceNotFound: false } hint ? hint.Value : null;

    private string NameOf(SettingChange change) =>
        AssociationField.All.FirstOrDefault(f => string.Equals(f.Key, change.Label, StringComparison.Ordinal)) is { } field ? T[$"association.{field.Name}"] : T["association.logo"];

    private static string Ratio(string one, string other) => $"{Contrast.Between(one, other).ToString("0.0", CultureInfo.InvariantCulture)}:1";
}
