using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Confirming;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Mabarra.CaseManager.Beneficiaries.Pages;

/// <summary>Merging a file with another one of the same person.</summary>
public sealed partial class MergePage
{
    private readonly FormErrors _errors = new();
    private BeneficiaryHit? _self;
    private MergePreview? _preview;
    private MergeForm _form = new();
    private HashSet<MergeField> _differing = [];
    private IReadOnlyList<MergeCount> _counts = [];
    private bool _notFound;
    private bool _isStale;
    private (Guid, Guid?) _shown;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The file that goes into this one.</summary>
    [SupplyParameterFromQuery] public Guid? With { get; set; }

    [Inject] private MergeQueries Merges { get; set; } = null!;

    [Inject] private MergeService Service { get; set; } = null!;

    [Inject] private BeneficiaryQueries Beneficiaries { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private SamePerson Person { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Id, With))
            return;
        _shown = (Id, With);
        (_self, _preview, _isStale, _notFound) = (null, null, false, false);
        var act = await Actor.ActAsync();
        _self = await Beneficiaries.HitAsync(act, Id, CancellationToken.None);
        if (_self is null)
        {
            Nav.NotFound();
            return;
        }

        if (With is { } other)
            await ReadAsync(act, other);
    }

    private async Task ReadAsync(Act act, Guid other)
    {
        var reason = _form.Reason;
        _preview = await Merges.PreviewAsync(act, Id, other, CancellationToken.None);
        _notFound = _preview is null;
        if (_preview is not { } preview)
            return;
        _differing = [.. preview.Differing];
        _counts = [.. preview.Counts.Where(c => c.Moving + c.Staying > 0)];
        _form = new MergeForm { Other = other, KeptVersion = preview.Kept.Version, OtherVersion = preview.Other.Version, Reason = reason };
        // What only the other file knows is taken over unless somebody says otherwise.
        _form.FromOther.UnionWith(_differing.Where(f => preview.Kept.Values.Of(f) is null));
    }

    private Task PickAsync(BeneficiaryHit hit)
    {
        Nav.NavigateTo(BeneficiaryLinks.Merge(Id, hit.Id));
        return Task.CompletedTask;
    }

    private void Take(MergeField field, bool fromOther)
    {
        if (fromOther)
            _form.FromOther.Add(field);
        else
            _form.FromOther.Remove(field);
    }

    private async Task MergeAsync()
    {
        _isStale = false;
        try
        {
            if (!await _errors.TryAsync(() => Person.RunAsync(async () => await Service.MergeAsync(await Actor.ActAsync(), Id, _form))))
                return;
        }
        catch (StaleRecord)
        {
            _isStale = true;
            await ReadAsync(await Actor.ActAsync(), _form.Other);
            return;
        }

        Snackbar.Add(Registry["merge.done"], Severity.Success);
        Nav.NavigateTo(BeneficiaryLinks.Open(Id));
    }

    private static string Direction(MergeField field) => field is MergeField.Mobile or MergeField.Mobile2 or MergeField.Email ? "ltr" : "auto";

    private string Label(MergeField field) => field switch
    {
        MergeField.Name => T["name"],
        MergeField.MaritalStatus or MergeField.Mobile2 or MergeField.PreferredChannel or MergeField.IsLiterate => Registry[$"field.{field}"],
        _ => T[$"field.{field}"],
    };

    private string Value(MergeSide side, MergeField field)
    {
        var values = side.Values;
        return field switch
        {
            MergeField.Name => values.FullName,
            MergeField.BirthOn => DateText.Both(values.BirthOn, CultureInfo.CurrentUICulture),
            MergeField.Gender => T[$"gender.{values.Gender}"],
            MergeField.Mobile => SaudiPhone.InGroups(values.Mobile),
            MergeField.Email => values.Email,
            MergeField.Address when side.HidesAddress => Registry["address.protected"],
            MergeField.Address => Enumeration.Of(new[] { values.Address.City, values.Address.District, values.Address.Street, values.Address.Short }.OfType<string>()),
            MergeField.MaritalStatus => values.MaritalStatus is { } status ? Registry[$"marital.{status}"].Value : null,
            MergeField.Mobile2 => values.Mobile2 is { } second ? SaudiPhone.InGroups(second) : null,
            MergeField.PreferredChannel => values.PreferredChannel is { } channel ? Registry[$"channel.{channel}"].Value : null,
            _ => values.IsLiterate is { } reads ? Registry[reads ? "yes" : "no"].Value : null,
        } ?? "—";
    }
}
