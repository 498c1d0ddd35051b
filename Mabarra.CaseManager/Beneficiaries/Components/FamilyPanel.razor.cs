using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>A family on its file, edited row by row.</summary>
public sealed partial class FamilyPanel
{
    private FamilyDetail? _family;
    private IReadOnlyList<Choice<Kinship?>> _kinships = [];
    private IReadOnlyList<Choice<Gender?>> _genders = [];
    private IReadOnlyList<Choice<EducationStage?>> _stages = [];
    private IReadOnlyList<Choice<IncomeKind?>> _incomes = [];
    private IReadOnlyList<Choice<Tenure?>> _tenures = [];
    private IReadOnlyList<Choice<HomeKind?>> _homes = [];
    private IReadOnlyList<Choice<HomeCondition?>> _conditions = [];
    private IReadOnlyList<Choice<IdKind>> _idKinds = [];

    [Parameter, EditorRequired] public Guid BeneficiaryId { get; set; }

    [Parameter] public bool MayEdit { get; set; }

    /// <summary>Health notes are the reader's to see and to write.</summary>
    [Parameter] public bool MayNoteHealth { get; set; }

    /// <summary>Sensitive notes ask for a reason, given where they are opened.</summary>
    [Parameter] public bool NeedsReason { get; set; }

    protected override Task OnInitializedAsync()
    {
        _kinships = EnumChoices.Of<Kinship>(T, "kinship");
        _genders = [.. Enum.GetValues<Gender>().Select(g => new Choice<Gender?>(g, Words[$"gender.{g}"]))];
        _stages = EnumChoices.Of<EducationStage>(T, "education");
        _incomes = EnumChoices.Of<IncomeKind>(T, "income");
        _tenures = EnumChoices.Of<Tenure>(T, "tenure");
        _homes = EnumChoices.Of<HomeKind>(T, "home");
        _conditions = EnumChoices.Of<HomeCondition>(T, "condition");
        _idKinds = [.. Enum.GetValues<IdKind>().Select(k => new Choice<IdKind>(k, Words[$"idkind.{k}"]))];
        return LoadAsync();
    }

    private async Task LoadAsync() => _family = await Families.OfAsync(await Actor.ActAsync(), BeneficiaryId, CancellationToken.None);
}
