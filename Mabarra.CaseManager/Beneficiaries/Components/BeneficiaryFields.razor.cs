using System.Globalization;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>The fields of a file. Says early when somebody with the same identity number or mobile is in the registry already.</summary>
public sealed partial class BeneficiaryFields
{
    private BeneficiaryHit? _sameId;
    private BeneficiaryHit? _sameMobile;
    private IReadOnlyList<Twin> _elsewhere = [];
    private IReadOnlyList<Twin> _similar = [];
    private (string?, string?, string?, string?, DateOnly?) _askedName;
    private (IdKind, string?) _askedId;
    private string? _askedMobile;
    private IReadOnlyList<Choice<IdKind>> _idKinds = [];
    private IReadOnlyList<Choice<Gender?>> _genders = [];

    [Parameter, EditorRequired] public BeneficiaryForm Form { get; set; } = null!;

    /// <summary>After a stale save: what is saved now, told under each field that differs from what was typed.</summary>
    [Parameter] public BeneficiaryForm? Saved { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<CodeRow> Categories { get; set; } = [];

    /// <summary>The file being changed, which is no twin of itself.</summary>
    [Parameter] public Guid? Self { get; set; }

    /// <summary>The address is protected and not the reader's to see; it stays as it is.</summary>
    [Parameter] public bool HidesAddress { get; set; }

    /// <summary>Something was typed: the page renders, and the draft keeper beside it compares.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<Choice<string>> Choices => [.. Categories.Select(c => new Choice<string>(c.Code, c.Name))];

    private bool IsNumeric => Form.IdKind is IdKind.NationalId or IdKind.Iqama;

    private DateOnly Oldest => Clock.Today.AddYears(-BirthDate.OldestAge);

    /// <summary>The four digits at the end of a short address are the building's: a difference is worth a second look, no more (DOMAIN.md §2).</summary>
    private string? ShortAddressDiffers =>
        ShortAddress.Check(Form.ShortAddress) is { IsOk: true } address && AddressNumber.CheckBuilding(Form.BuildingNo) is { IsOk: true } building
        && !address.Value.EndsWith(building.Value, StringComparison.Ordinal) ? T["shortaddress.differs"].Value : null;

    protected override void OnInitialized()
    {
        _idKinds = [.. Enum.GetValues<IdKind>().Select(k => new Choice<IdKind>(k, T[$"idkind.{k}"]))];
        _genders = [.. Enum.GetValues<Gender>().Select(g => new Choice<Gender?>(g, T[$"gender.{g}"]))];
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_askedId != (Form.IdKind, Form.IdNumber))
        {
            _askedId = (Form.IdKind, Form.IdNumber);
            _sameId = await Search.SameIdAsync(await Actor.ActAsync(), Form.IdKind, Form.IdNumber, Self, CancellationToken.None);
            _elsewhere = await Twins.ByIdElsewhereAsync(await Actor.ActAsync(), Form.IdKind, Form.IdNumber, Self, CancellationToken.None);
        }

        if (_askedName != (Form.FirstName, Form.FatherName, Form.GrandfatherName, Form.FamilyName, Form.BirthOn))
        {
            _askedName = (Form.FirstName, Form.FatherName, Form.GrandfatherName, Form.FamilyName, Form.BirthOn);
            _similar = await Twins.ByNameAsync(await Actor.ActAsync(), Form, Self, CancellationToken.None);
        }

        if (!string.Equals(_askedMobile, Form.Mobile, StringComparison.Ordinal))
        {
            _askedMobile = Form.Mobile;
            _sameMobile = await Search.SameMobileAsync(await Actor.ActAsync(), Form.Mobile, Self, CancellationToken.None);
        }
    }

    /// <summary>Looks again: a file may have been added since the number was typed.</summary>
    public async Task LookAgainAsync()
    {
        _sameId = await Search.SameIdAsync(await Actor.ActAsync(), Form.IdKind, Form.IdNumber, Self, CancellationToken.None);
        StateHasChanged();
    }

    private Task TellAsync() => Changed.InvokeAsync();

    private Task CalendarAsync(bool hijri)
    {
        Form.BirthEnteredAs = hijri ? CalendarKind.Hijri : CalendarKind.Gregorian;
        return TellAsync();
    }

    /// <summary>What is saved now, where it differs from what was typed.</summary>
    private string? Now(Func<BeneficiaryForm, string?> value)
    {
        if (Saved is null || string.Equals(value(Saved) ?? "", value(Form) ?? "", StringComparison.Ordinal))
            return null;
        return T["stale.savednow", string.IsNullOrEmpty(value(Saved)) ? T["stale.empty"].Value : value(Saved)!];
    }

    private string Optional(string key) => $"{T[key]} {T["optional"]}";

    private static string? BirthText(DateOnly? birth) => birth is { } day ? DateText.Both(day, CultureInfo.CurrentUICulture) : null;

    private string Names(IReadOnlyCollection<string> codes) =>
        Enumeration.Of(Categories.Where(c => codes.Contains(c.Code, StringComparer.Ordinal)).Select(c => c.Name));
}
